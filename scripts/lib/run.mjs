import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * Runs a Node program of ours or of a package to its end.
 * @param {string[]} args what Node gets
 * @param {{ env?: Record<string, string>, quiet?: boolean }} [options] `quiet`: its output is kept and returned, not shown
 * @returns {Promise<{ code: number, output: string }>}
 */
export function node(args, options = {}) {
  return run(process.execPath, args, options);
}

/** npm, on every system: through the npm that runs us where there is one. */
export function npm(args, options = {}) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return node([cli, ...args], options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { ...options, shell: process.platform === 'win32' });
}

export function run(command, args, { env = {}, quiet = false, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, shell, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

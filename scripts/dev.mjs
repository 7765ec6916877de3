// npm run dev: the server reloads on change (tsx), the web app by Vite; one address, Vite's.
import { spawn } from 'node:child_process';
import { at, root } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { say } from './lib/say.mjs';

await prepare({ build: false });
const children = [
  spawn(process.execPath, [at('node_modules', 'tsx', 'dist', 'cli.mjs'), 'watch', '--clear-screen=false', at('apps', 'server', 'src', 'main.ts')], {
    cwd: root,
    stdio: 'inherit',
    env: { BATON_PUBLIC_URL: 'http://localhost:5173', ...process.env },
  }),
  spawn(process.execPath, [at('node_modules', 'vite', 'bin', 'vite.js'), at('apps', 'web'), '--config', at('apps', 'web', 'vite.config.ts')], {
    cwd: root,
    stdio: 'inherit',
  }),
];
say('The app: http://localhost:5173 (reloads by itself). The server restarts on change.');

let ending = false;
function end(code) {
  if (ending) return;
  ending = true;
  for (const child of children) child.kill('SIGTERM');
  process.exitCode = code;
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end(0));
for (const child of children) child.on('close', (code) => end(code ?? 1));

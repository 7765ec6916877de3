import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A Node process of one's own that runs `code` (an ES module, which may import the rooms), to be killed. */
export function nodeProcess(code: string, environment: { readonly [name: string]: string } = {}) {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  let told = () => {};
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    told();
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (exitCode) => resolve(exitCode));
  });
  return {
    pid: child.pid ?? 0,
    /** What it has printed so far. */
    lines,
    ended,
    /** As soon as it has printed so many lines. */
    async untilLines(count: number): Promise<void> {
      while (lines.length < count) {
        const next = new Promise<void>((resolve) => {
          told = resolve;
        });
        const exited = await Promise.race([next.then(() => false), ended.then(() => true)]);
        if (exited && lines.length < count) throw new Error(`Expected ${count} lines of the process, but it ended after ${lines.length}.`);
      }
    },
    /** kill -9: it can't tidy up. */
    async kill(): Promise<void> {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether the process with this number is a PostgreSQL: after a restart of the machine the number may be somebody else's. */
export async function isPostgres(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => nameByTool(pid));
  return name.includes('postgres');
}

async function nameByTool(pid: number): Promise<string> {
  const run = promisify(execFile);
  const [tool, args] = process.platform === 'win32' ? ['tasklist', ['/FI', `PID eq ${pid}`, '/NH']] : ['ps', ['-o', 'comm=', '-p', String(pid)]];
  return run(tool as string, args as string[]).then(
    ({ stdout }) => stdout,
    () => 'postgres',
  );
}

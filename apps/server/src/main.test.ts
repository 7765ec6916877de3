import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from './testing/fresh-database.ts';
import { invoice } from './testing/invoice.ts';
import { waitFor } from './testing/live-socket.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const KEY = 'an-administrators-key-for-tests';

interface Program {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly url: () => string;
  readonly ended: Promise<number | null>;
}

describe('the program', () => {
  let databaseUrl: string;
  let drop: () => Promise<void>;
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    ({ url: databaseUrl, drop } = await freshDatabase());
  });
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await drop?.();
  });

  const run = (environment: Record<string, string>): Program => {
    const dataDir = mkdtempSync(join(tmpdir(), 'baton-main-'));
    const child = spawn(process.execPath, ['--import', 'tsx', main], {
      env: { ...process.env, PORT: '0', DATABASE_URL: databaseUrl, BATON_DATA_DIR: dataDir, BATON_API_KEY: KEY, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.push(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        said += chunk;
      });
    return {
      child,
      said: () => said,
      url: () => /ready: (\S+)/.exec(said)?.[1] ?? '',
      ended: once(child, 'exit').then(([code]) => code as number | null),
    };
  };
  const ready = async (program: Program) => {
    const until = Date.now() + 30_000;
    while (!program.url() && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
    if (!program.url()) throw new Error(`Expected the program to get ready, but it said: ${program.said()}`);
    return program;
  };
  const call = (program: Program, method: string, path: string, body?: unknown) =>
    fetch(`${program.url()}${path}`, {
      method,
      headers: { authorization: `Bearer ${KEY}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });

  it('names a wrong value of the environment and goes', async () => {
    const program = run({ PORT: 'ninety', LOG_LEVEL: 'loud' });

    expect(await program.ended).toBe(1);
    expect(program.said()).toContain('PORT: expected a whole number from 0 to 65535, but it is "ninety".');
    expect(program.said()).toContain('LOG_LEVEL: expected one of');
  });

  it('says its address and the one-time link, and who already has the port', async () => {
    const first = await ready(run({}));
    expect(first.said()).toMatch(/\/setup#[\w-]{43}\n/);
    expect((await fetch(`${first.url()}/readyz`)).status).toBe(200);

    const second = run({ PORT: new URL(first.url()).port });

    expect(await second.ended).toBe(1);
    expect(second.said()).toMatch(/^Expected to listen on 127\.0\.0\.1:\d+, but something else listens there already\./);
    first.child.kill('SIGKILL');
  });

  it('finishes what is under way when it is told to stop, and is not ready meanwhile', async () => {
    const program = await ready(run({}));
    expect((await call(program, 'POST', '/api/v1/deployments', invoice())).status).toBe(201);
    const waiting = call(program, 'POST', '/api/v1/instances?wait=completed&timeoutMs=20000', { processKey: 'invoice' });
    const polling = call(program, 'POST', '/api/v1/jobs/activate', { type: 'none', worker: 'w', waitMs: 20_000 });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const begun = Date.now();

    program.child.kill('SIGTERM');

    expect((await waiting).status).toBe(201);
    expect(await (await polling).json()).toEqual({ jobs: [] });
    expect(await program.ended).toBe(0);
    expect(Date.now() - begun).toBeLessThan(10_000);
    expect(program.said()).not.toMatch(/"level":[56]0/);
  });

  it('goes on where it was killed', async () => {
    const first = await ready(run({}));
    const { id } = (await (await call(first, 'POST', '/api/v1/instances', { processKey: 'invoice', variables: { amount: 3 } })).json()) as { id: string };
    first.child.kill('SIGKILL');
    await first.ended;

    const second = await ready(run({}));
    const tasks = (await (await call(second, 'GET', `/api/v1/tasks?view=all&instanceId=${id}`)).json()) as { items: { id: string }[] };
    const completed = await call(second, 'POST', `/api/v1/tasks/${tasks.items[0]?.id}/complete`, {
      outcome: 'reject',
      comment: 'late',
      variables: { note: 'x' },
    });

    expect(completed.status).toBe(200);
    const ended = (await (await call(second, 'GET', `/api/v1/instances/${id}`)).json()) as { status: string };
    expect(ended.status).toBe('completed');
    second.child.kill('SIGTERM');
    await waitFor(() => second.child.exitCode !== null);
  });
});

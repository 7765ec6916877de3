import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { instanceSchema } from '@baton/contract';
import { GRAPH_FORMAT, GRAPH_FORMAT_VERSION, type Graph } from '@baton/model';
import { pino } from 'pino';
import { readConfig } from '../../apps/server/src/config.ts';
import { type Running, start } from '../../apps/server/src/start.ts';
import type { ViewerReport, WatchOrder } from './live-viewers.ts';
import { type Measurement, print, quantile, round } from './report.ts';

/**
 * Commit to browser: the real server with its embedded PostgreSQL, viewers over WebSocket in processes of their own, a change
 * through the API every 50 ms. Measured from the moment the commit returned to the moment the event was read by each viewer.
 */
const VIEWERS = 100;
const PROCESSES = 4;
const CHANGES = 300;
const EVERY_MS = 50;
const GOAL_P95_MS = 200;
const SETTLE_MS = 1_000;
const token = randomBytes(24).toString('hex');
const now = () => performance.timeOrigin + performance.now();

/** A task that nobody does: the instance stays, and its data changes. */
const graph: Graph = {
  format: GRAPH_FORMAT,
  formatVersion: GRAPH_FORMAT_VERSION,
  key: 'watched',
  name: 'Watched',
  elements: [
    { id: 'start', type: 'startEvent' },
    { id: 'wait', type: 'userTask', name: 'Wait', candidateGroups: ['nobody'] },
    { id: 'end', type: 'endEvent' },
  ],
  flows: [
    { id: 'f1', from: 'start', to: 'wait' },
    { id: 'f2', from: 'wait', to: 'end' },
  ],
  layout: {},
};

async function call(address: string, method: string, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${address}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`Expected ${method} ${path} to be answered, but: ${response.status} ${await response.text()}`);
  return response.json();
}

const startOne = async (address: string) => instanceSchema.parse(await call(address, 'POST', '/instances', { processKey: graph.key })).id;

/** The next report of a viewer process. */
async function reportOf(viewer: ChildProcess): Promise<ViewerReport> {
  const [report]: ViewerReport[] = await once(viewer, 'message');
  if (!report || report.type === 'failed') throw new Error(`Expected the viewers to watch, but: ${report?.why ?? 'they said nothing'}`);
  return report;
}

async function openViewers(address: string, instanceIds: readonly string[]): Promise<ChildProcess[]> {
  const viewers = Array.from({ length: PROCESSES }, () =>
    fork(fileURLToPath(new URL('./live-viewers.ts', import.meta.url)), { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
  );
  const each = Array.from({ length: VIEWERS }, (_, index) => instanceIds[index % instanceIds.length] ?? '');
  const watching = viewers.map((viewer, index) => {
    viewer.send({ address, token, instanceIds: each.filter((_, place) => place % PROCESSES === index) } satisfies WatchOrder);
    return reportOf(viewer);
  });
  await Promise.all(watching);
  return viewers;
}

/** Changes at a steady pace, whatever the answers take. */
async function change(address: string, instanceIds: readonly string[]): Promise<void> {
  const answers: Promise<unknown>[] = [];
  for (let index = 0; index < CHANGES; index++) {
    const id = instanceIds[index % instanceIds.length] ?? '';
    answers.push(call(address, 'PATCH', `/instances/${id}/variables`, { amount: index, note: 'x'.repeat(100) }));
    await pause(EVERY_MS);
  }
  await Promise.all(answers);
}

async function measure({ address, store }: Running, instances: number): Promise<Measurement> {
  const instanceIds = await Promise.all(Array.from({ length: instances }, () => startOne(address)));
  const committedAt = new Map<string, number>();
  const forget = store.runtime.onCommitted((changes) => {
    const at = now();
    for (const { instanceId, events } of changes) for (const { seq } of events) committedAt.set(`${instanceId} ${seq}`, at);
  });
  const viewers = await openViewers(address, instanceIds);
  await change(address, instanceIds);
  await pause(SETTLE_MS);
  const reports = await Promise.all(
    viewers.map((viewer) => {
      viewer.send('report');
      return reportOf(viewer);
    }),
  );
  for (const viewer of viewers) viewer.kill();
  forget();
  const seen = reports.flatMap((report) => (report.type === 'seen' ? report.seen : []));
  const latencies = seen.flatMap(({ instanceId, seq, at }) => {
    const committed = committedAt.get(`${instanceId} ${seq}`);
    return committed === undefined ? [] : [at - committed];
  });
  return {
    workload: instances === 1 ? 'commit to browser, one instance' : `commit to browser, ${instances} instances`,
    target: 'baton',
    inFlight: VIEWERS,
    viewers: VIEWERS,
    changesPerSec: 1000 / EVERY_MS,
    deliveries: latencies.length,
    expectedDeliveries: (CHANGES / instances) * VIEWERS,
    gaps: reports.reduce((sum, report) => sum + (report.type === 'seen' ? report.gaps : 0), 0),
    p50Ms: round(quantile(latencies, 0.5)),
    p95Ms: round(quantile(latencies, 0.95)),
    p99Ms: round(quantile(latencies, 0.99)),
    goalP95Ms: GOAL_P95_MS,
  };
}

const folder = await mkdtemp(join(tmpdir(), 'baton-bench-live-'));
const config = readConfig({ PORT: '0', HOST: '127.0.0.1', BATON_DATA_DIR: folder, BATON_API_KEY: token });
const running = await start({ config, log: pino({ level: 'silent' }), webFolder: folder, version: 'bench' });
try {
  await call(running.address, 'POST', '/deployments', graph);
  for (const instances of [1, 10]) print(await measure(running, instances));
} finally {
  await running.stop();
  await rm(folder, { recursive: true, force: true });
}

import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GRAPH_FORMAT, GRAPH_FORMAT_VERSION, type Graph } from '@baton/model';
import { type EmbeddedPostgres, migrate, openStore, type Store, startEmbeddedPostgres } from '@baton/store';
import { closedLoop, type Measurement, quantile, round } from './report.ts';

const TENANT = 'default';
const BY = { name: 'bench' };

/** Start, three automatic steps, exclusive gateway, two automatic steps, end: W1a of the field's comparison. */
export const w1a: Graph = {
  format: GRAPH_FORMAT,
  formatVersion: GRAPH_FORMAT_VERSION,
  key: 'w1a',
  name: 'W1a',
  elements: [
    { id: 'start', type: 'startEvent' },
    ...[1, 2, 3, 4, 5].map((n) => ({ id: `step${n}`, type: 'scriptTask' as const, script: `amount + ${n}`, resultVariable: `result${n}` })),
    { id: 'ok', type: 'exclusiveGateway' },
    { id: 'end', type: 'endEvent' },
    { id: 'refused', type: 'endEvent' },
  ],
  flows: [
    { id: 'f0', from: 'start', to: 'step1' },
    { id: 'f1', from: 'step1', to: 'step2' },
    { id: 'f2', from: 'step2', to: 'step3' },
    { id: 'f3', from: 'step3', to: 'ok' },
    { id: 'f4', from: 'ok', to: 'step4', condition: 'ok = true' },
    { id: 'f5', from: 'ok', to: 'refused', isDefault: true },
    { id: 'f6', from: 'step4', to: 'step5' },
    { id: 'f7', from: 'step5', to: 'end' },
  ],
  layout: {},
};

/** CPU time of PostgreSQL's processes so far, in ms; 0 where /proc isn't there to be read. */
async function databaseCpuMs(pidFile: string): Promise<number> {
  const TICK_MS = 10;
  const statOf = async (pid: string) => {
    const text = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const at = (index: number) => Number(fields[index] ?? 0);
    return { parent: fields[1], own: at(11) + at(12), ended: at(13) + at(14) };
  };
  const postmaster = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0] ?? '';
  if (!postmaster) return 0;
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map(async (pid) => ({ pid, ...(await statOf(pid)) })));
  const ticks = stats.reduce((sum, { pid, parent, own, ended }) => sum + (pid === postmaster ? own + ended : parent === postmaster ? own : 0), 0);
  return ticks * TICK_MS;
}

/** A database and a store of our own for the bench, on the same embedded PostgreSQL that the peers use. */
export class Bench {
  private constructor(
    readonly postgres: EmbeddedPostgres,
    private readonly store: Store,
    private readonly folder: string,
  ) {}

  static async open(): Promise<Bench> {
    const folder = await mkdtemp(join(tmpdir(), 'baton-bench-'));
    // Started as root, PostgreSQL runs as another user, who has to be let in.
    await chmod(folder, 0o755);
    const log = () => {};
    const postgres = await startEmbeddedPostgres({ dataDir: folder, log });
    await migrate(postgres.url);
    const store = await openStore({ databaseUrl: postgres.url, log });
    const checksum = createHash('sha256').update(JSON.stringify(w1a)).digest('hex');
    await store.processes.publish({ tenantId: TENANT, by: BY, processes: [{ graph: w1a, checksum, draftState: null }] });
    return new Bench(postgres, store, folder);
  }

  get pidFile(): string {
    return join(this.folder, 'postgres', 'postmaster.pid');
  }

  /** One durable run: each instance is answered after its commit, completed. */
  async measure(instances: number, inFlight: number): Promise<Measurement> {
    const one = async () => {
      const result = await this.store.runtime.start({
        tenantId: TENANT,
        processKey: 'w1a',
        variables: { ok: true, amount: 100, pad: 'x'.repeat(180) },
        by: BY,
      });
      if (!result.ok) throw new Error(result.detail);
      if (result.replayed || result.instance.status !== 'completed') throw new Error('Expected a completed instance.');
    };
    await closedLoop({ instances: Math.min(1000, instances), inFlight, one });
    const cpuBefore = await databaseCpuMs(this.pidFile);
    const { latencies, seconds, cpuMs } = await closedLoop({ instances, inFlight, one });
    const databaseMs = (await databaseCpuMs(this.pidFile)) - cpuBefore;
    return {
      workload: 'W1a',
      target: 'baton',
      durable: true,
      inFlight,
      instancesPerSec: round(instances / seconds),
      p50Ms: round(quantile(latencies, 0.5)),
      p99Ms: round(quantile(latencies, 0.99)),
      cpuMsPerInstance: round((cpuMs + databaseMs) / instances),
    };
  }

  async close(): Promise<void> {
    await this.store.close();
    await this.postgres.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

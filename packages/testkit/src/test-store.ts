import { createHash } from 'node:crypto';
import type { Actor, step, Values } from '@baton/engine';
import type { Graph } from '@baton/model';
import type { ExecuteResult, InstanceSummary, Store } from '@baton/store';
import { type FreshDatabase, freshDatabase } from './fresh-database.ts';

export const ANNA: Actor = { userId: 'anna', name: 'Anna' };
export const BEN: Actor = { userId: 'ben', name: 'Ben' };

type Options = { readonly url?: string; readonly clock?: () => number; readonly step?: typeof step; readonly maxWaiting?: number };

/** A store on a real database, with what most tests of it begin with. */
export interface TestStore extends Store {
  readonly url: string;
  deploy(...graphs: Graph[]): Promise<void>;
  /** Started and waiting, or ended; fails the test if it is refused. */
  begin(processKey: string, variables?: Values): Promise<InstanceSummary>;
  /** What the store logged as warnings and errors. */
  readonly complaints: string[];
  /** Closes the store, and drops the database if this store made it. */
  end(): Promise<void>;
}

/** Without `url` on a database of its own; with it, a second node on another store's. */
export async function testStore({ url, clock, step, maxWaiting }: Options = {}): Promise<TestStore> {
  const { openStore } = await import('@baton/store');
  const database: FreshDatabase | null = url === undefined ? await freshDatabase() : null;
  const databaseUrl = url ?? database?.url ?? '';
  const complaints: string[] = [];
  const log = (level: string, message: string) => {
    if (level === 'warn' || level === 'error') complaints.push(message);
  };
  const store = await openStore({ databaseUrl, log, ...(clock ? { clock } : {}), ...(maxWaiting ? { maxWaiting } : {}) }, step);
  return {
    ...store,
    url: databaseUrl,
    complaints,
    async deploy(...graphs) {
      const processes = graphs.map((graph) => ({ graph, checksum: createHash('sha256').update(JSON.stringify(graph)).digest('hex'), draftState: null }));
      await store.processes.publish({ tenantId: 'default', by: ANNA, processes });
    },
    async begin(processKey, variables = {}) {
      return committed(await store.runtime.start({ tenantId: 'default', processKey, variables, by: ANNA })).instance;
    },
    async end() {
      await store.close();
      await database?.drop();
    },
  };
}

/** What a command did, or the refusal as a failure of the test. */
export function committed(result: ExecuteResult) {
  if (!result.ok) throw new Error(`Expected the command to be committed, but it was refused: ${result.code} ${result.detail}`);
  if (result.replayed) throw new Error('Expected the command to be committed, but it was a repeat.');
  return result;
}

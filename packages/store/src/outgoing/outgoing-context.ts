import type { Pool } from 'pg';
import type { ProcessCache } from '../process-cache.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { StoreLog } from '../store.ts';

export type OutgoingContext = {
  readonly pool: Pool;
  readonly runtime: Runtime;
  readonly processes: ProcessCache;
  readonly now: () => number;
  readonly log: StoreLog;
};

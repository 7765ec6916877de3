import type { StoreLog } from '../store.ts';

export type EmbeddedPostgresOptions = {
  /** Absolute, or relative to the working directory. PostgreSQL's own files lie in `postgres/` below it. */
  readonly dataDir: string;
  readonly log: StoreLog;
};

export interface EmbeddedPostgres {
  readonly url: string;
  /** It was running already: another node's, or left behind by one that was killed. */
  readonly adopted: boolean;
  /** Leaves it. Whoever leaves last stops PostgreSQL. */
  stop(): Promise<void>;
}

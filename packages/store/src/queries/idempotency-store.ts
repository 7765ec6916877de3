import type { Json } from '@baton/engine';
import type { Refused } from '../result.ts';

/** For calls that don't go through the runtime (publish, create a group, ...). */
export interface IdempotencyStore {
  /** What was asked and answered with a key before; null: nothing, or not yet. */
  kept(request: { tenantId: string; scope: string; key: string }): Promise<{ requestHash: string; answer: Json } | null>;
  /**
   * Runs `work` once for a (tenant, scope, key); a repeat gets the first answer, for which it waits a few seconds.
   * The key is taken before the work and freed if it throws.
   */
  once(
    request: { tenantId: string; scope: string; key: string; requestHash: string },
    work: () => Promise<Json>,
  ): Promise<{ ok: true; replayed: boolean; answer: Json } | Refused<'idempotency-key-reused' | 'request-in-progress'>>;
}

import type { Instant } from '../result.ts';

export type DueTimer = {
  readonly tenantId: string;
  readonly instanceId: string;
  readonly timerKey: string;
  readonly elementId: string;
  readonly dueAt: Instant;
};

/** Timers that are due, found by SQL only, so that a restart, a restore or another node's death loses none. */
export interface TimerQueue {
  /** Claims due timers for `leaseMs`; one that isn't fired by then is due again, here or on another node. */
  claimDue(request: { limit: number; leaseMs: number }): Promise<DueTimer[]>;
  /** When the next unclaimed timer is due, or null. */
  nextDueAt(): Promise<number | null>;
  /**
   * Claims and fires until `stop`: at once when one is due (this process knows those it wrote, others by polling every `pollMs`).
   * A database that is away is waited for; the loop doesn't end.
   */
  run(options?: { pollMs?: number; batch?: number }): { stop(): Promise<void> };
}

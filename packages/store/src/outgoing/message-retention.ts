/** How long a message waits for a receiver if its sender doesn't say. */
const DEFAULT_TIME_TO_LIVE_MS = 3_600_000;
/** How long a message id is remembered at least, so that a sender's repeat counts once. */
const REMEMBERED_MS = 86_400_000;
/** A year: longer is a mistake, and would overflow what a time can be. */
const MAX_TIME_TO_LIVE_MS = 366 * 86_400_000;

type Sent = { readonly atMs: number; readonly timeToLiveMs?: number | undefined; readonly messageId?: string | undefined };

export function retentionOf({ atMs, timeToLiveMs = DEFAULT_TIME_TO_LIVE_MS, messageId }: Sent): { expires_at: string; kept_until: string } {
  const waits = Math.min(Math.max(0, timeToLiveMs), MAX_TIME_TO_LIVE_MS);
  const kept = messageId === undefined ? waits : Math.max(waits, REMEMBERED_MS);
  return { expires_at: new Date(atMs + waits).toISOString(), kept_until: new Date(atMs + kept).toISOString() };
}

export interface RetryProgress {
  readonly done: number;
  readonly failed: number;
  readonly of: number;
  readonly lastError?: unknown;
}

interface RetryWith<T> {
  readonly retry: (item: T) => Promise<unknown>;
  /** A refusal that means it is done already. */
  readonly isDone: (error: unknown) => boolean;
  readonly isStopped: () => boolean;
  readonly onProgress: (progress: RetryProgress) => void;
}

const AT_ONCE = 4;

/** Tries every item again, four at a time, until all are through or it is stopped. */
export async function retryEach<T>(items: readonly T[], { retry, isDone, isStopped, onProgress }: RetryWith<T>): Promise<RetryProgress> {
  let progress: RetryProgress = { done: 0, failed: 0, of: items.length };
  const waiting = [...items];
  onProgress(progress);
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined && !isStopped(); item = waiting.shift()) {
      const error = await retry(item).then(
        () => null,
        (reason: unknown) => (isDone(reason) ? null : { reason }),
      );
      progress = error ? { ...progress, failed: progress.failed + 1, lastError: error.reason } : { ...progress, done: progress.done + 1 };
      onProgress(progress);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return progress;
}

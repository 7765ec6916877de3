import type { ActivatedJob, JobQueue } from '@baton/store';

/** How long a waiting worker relies on hints of this process before it looks itself: the truth is in the database. */
const POLL_MS = 1000;

interface Request {
  readonly tenantId: string;
  readonly type: string;
  readonly worker: string;
  readonly maxJobs: number;
  readonly timeoutMs: number;
  readonly waitMs: number;
}

/** Long poll: jobs as soon as there are some, else none after `waitMs`, or at once when nobody waits any more. */
export async function activateJobs(queue: JobQueue, { waitMs, ...request }: Request, signal: AbortSignal): Promise<ActivatedJob[]> {
  const until = Date.now() + waitMs;
  for (;;) {
    if (signal.aborted) return [];
    const hint = nextHint(queue, request);
    try {
      const jobs = await queue.activate(request);
      const left = until - Date.now();
      if (jobs.length > 0 || left <= 0) return jobs;
      await hint.within(Math.min(POLL_MS, left), signal);
    } finally {
      hint.stop();
    }
  }
}

/** Listens before the look, so that a job that appears in between isn't missed. */
function nextHint(queue: JobQueue, { tenantId, type }: Pick<Request, 'tenantId' | 'type'>) {
  let wake = () => {};
  const came = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const stop = queue.onAvailable((hint) => {
    if (hint.tenantId === tenantId && hint.type === type) wake();
  });
  return {
    stop,
    within: async (ms: number, signal: AbortSignal) => {
      const timer = setTimeout(wake, ms);
      signal.addEventListener('abort', wake, { once: true });
      await came;
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
    },
  };
}

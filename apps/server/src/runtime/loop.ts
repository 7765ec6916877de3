import type { Logger } from 'pino';

interface LoopOptions {
  readonly name: string;
  readonly everyMs: number;
  readonly log: Logger;
  readonly work: () => Promise<void>;
}

const MAX_BACKOFF_MS = 60_000;

/** Does something again and again. A failure is logged and tried again later and later; it never ends the loop, only `stop` does. */
export function runLoop({ name, everyMs, log, work }: LoopOptions): { stop(): Promise<void> } {
  let isStopped = false;
  let wake = () => {};
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const ended = (async () => {
    let failures = 0;
    while (!isStopped) {
      try {
        await work();
        failures = 0;
      } catch (error) {
        failures += 1;
        log.warn({ err: error, loop: name, failures }, 'A background job failed; it will be tried again');
      }
      if (!isStopped) await pause(failures === 0 ? everyMs : Math.min(MAX_BACKOFF_MS, everyMs, 1000 * 2 ** Math.min(failures, 6)));
    }
  })();
  return {
    stop: () => {
      isStopped = true;
      wake();
      return ended;
    },
  };
}

import { Worker } from 'node:worker_threads';
import type { ImportResult } from '@baton/bpmn';
import { error } from '@baton/model';

const MEMORY_LIMIT_MB = 512;
const AT_ONCE = 2;

/** From source the thread first needs what reads TypeScript, which takes its time; built, it is a file of its own beside `main.js`. */
const isSource = import.meta.url.endsWith('.ts');
const script = new URL(isSource ? './import-worker-from-source.mjs' : './import-worker.js', import.meta.url);
const TIME_LIMIT_MS = isSource ? 60_000 : 10_000;

let running = 0;
const waiting: (() => void)[] = [];

/** Reads BPMN beside the thread that serves everybody; what takes too long or too much is ended and refused. */
export async function importInWorker(xml: string): Promise<ImportResult> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await runOne(xml);
  } finally {
    running--;
    waiting.shift()?.();
  }
}

function runOne(xml: string): Promise<ImportResult> {
  const worker = new Worker(script, { workerData: xml, resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB } });
  return new Promise<ImportResult>((resolve, reject) => {
    const limit = setTimeout(() => resolve(tooMuch(`is not read after ${TIME_LIMIT_MS / 1000} seconds`)), TIME_LIMIT_MS);
    worker.once('message', resolve);
    worker.once('error', (cause: Error & { code?: string }) =>
      cause.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(tooMuch('needs too much memory')) : reject(cause),
    );
    worker.once('exit', () => clearTimeout(limit));
  }).finally(() => worker.terminate());
}

const tooMuch = (what: string): ImportResult => ({
  graphs: [],
  executable: [],
  report: {
    kept: [],
    changed: [],
    notUnderstood: [],
    problems: [error('too-large', `Expected a file that can be read at once, but it ${what}: take it apart.`)],
  },
});

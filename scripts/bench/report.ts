import { performance } from 'node:perf_hooks';

/** One measurement, as `npm run bench -- --json` prints it: one object a line. Times in ms. */
export interface Measurement {
  readonly workload: string;
  readonly target: string;
  readonly inFlight: number;
  readonly instancesPerSec?: number;
  readonly p50Ms?: number;
  readonly p95Ms?: number;
  readonly p99Ms?: number;
  readonly cpuMsPerInstance?: number;
  readonly [more: string]: unknown;
}

export const print = (measurement: Measurement) => console.log(JSON.stringify(measurement));

export const round = (value: number) => Math.round(value * 1000) / 1000;

/** The p-th quantile (0 to 1) of unsorted values. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

/** Closed loop: `inFlight` workers, each waiting for one before it begins the next, until `instances` are done. */
export async function closedLoop({ instances, inFlight, one }: { instances: number; inFlight: number; one: (index: number) => Promise<unknown> }) {
  const latencies: number[] = new Array(instances);
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < instances; index = next++) {
      const at = performance.now();
      await one(index);
      latencies[index] = performance.now() - at;
    }
  };
  await Promise.all(Array.from({ length: Math.min(inFlight, instances) }, worker));
  const seconds = (performance.now() - startedAt) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  return { latencies, seconds, cpuMs: (cpu.user + cpu.system) / 1000 };
}

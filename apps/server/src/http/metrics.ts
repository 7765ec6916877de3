import type { Store } from '@baton/store';
import type { RequestHandler } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

interface Sources {
  readonly store: Store;
  readonly sockets: () => number;
  readonly rooms: () => number;
}

export interface Metrics {
  readonly registry: Registry;
  readonly measureRequests: RequestHandler;
}

/** Prometheus: the process, requests by route, what the runtime, sockets, jobs and timers do. A registry of its own for each server. */
export function createMetrics({ store, sockets, rooms }: Sources): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'baton_http_request_duration_seconds',
    help: 'Time to answer, by route of the API and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60],
    registers: [registry],
  });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  gauge('baton_live_sockets', 'Connected live sockets.', sockets);
  gauge('baton_live_rooms', 'Instances and lists watched.', rooms);
  gauge('baton_runtime_waiting', 'Commands taken in and not yet answered.', () => store.runtime.waiting);
  countRuntime(registry, store);
  return {
    registry,
    measureRequests: (request, response, next) => {
      const stop = durations.startTimer();
      response.once('close', () => stop({ method: request.method, route: String(response.locals.route ?? 'other'), status: String(response.statusCode) }));
      next();
    },
  };
}

const COUNTED = {
  commands: 'Commands run.',
  batches: 'Group commits.',
  instancesWritten: 'Instances written by group commits.',
  conflicts: 'Instances stepped again, because another node was first.',
  retriedSingly: 'Batches run again one by one after a database error.',
  bugs: 'Steps that threw: our bugs.',
} as const;

function countRuntime(registry: Registry, store: Store): void {
  for (const [key, help] of Object.entries(COUNTED)) {
    const name = key as keyof typeof COUNTED;
    new Counter({
      name: `baton_runtime_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}_total`,
      help,
      registers: [registry],
      collect() {
        this.reset();
        this.inc(store.runtime.stats()[name]);
      },
    });
  }
}

import {
  type Effect,
  type EffectKind,
  type EffectOf,
  type EngineEvent,
  type InstanceState,
  isFinished,
  liveElements,
  liveTimers,
  openIncidents,
} from '@baton/engine';

/** What the store would hold after these effects: rows open now. Checks that it is what the state says. */
export class Ledger {
  readonly tasks = new Set<string>();
  readonly jobs = new Set<string>();
  readonly timers = new Set<string>();
  readonly incidents = new Set<string>();
  readonly subscriptions = new Set<string>();
  readonly calls = new Set<string>();
  /** Sent or told once in the life of an instance. */
  readonly sent = new Set<string>();

  take(effects: readonly Effect[], events: readonly EngineEvent[]): void {
    for (const effect of effects) applyBy(ROWS, this, effect);
    // A call that has come back needs no effect: who brought it back knows.
    for (const event of events) if (event.type === 'call.ended') close(this.calls, event.callKey);
  }

  /** Throws if rows and state differ. */
  compare(state: InstanceState): void {
    const waiting = (kind: string) => liveElements(state).flatMap((element) => (element.awaits?.kind === kind ? [element.key] : []));
    const calls = liveElements(state).flatMap(({ awaits }) => (awaits?.kind === 'call' ? [awaits.callKey] : []));
    const listening = Object.entries(state.subscriptions ?? {}).flatMap(([key, { kind }]) => (kind === 'conditional' ? [] : [key]));
    same('tasks', this.tasks, waiting('task'));
    same('jobs', this.jobs, waiting('job'));
    same(
      'timers',
      this.timers,
      liveTimers(state).map((timer) => timer.timerKey),
    );
    same(
      'incidents',
      this.incidents,
      openIncidents(state).map((incident) => incident.incidentKey),
    );
    same('subscriptions', this.subscriptions, listening);
    same('calls', this.calls, calls);
    if (this.sent.has('end') && !isFinished(state)) throw new Error(`Expected to tell of the end when ended, but the instance is ${state.status}.`);
  }
}

type EffectMap = { [K in EffectKind]: EffectOf<K> };
const ROWS: { readonly [K in EffectKind]: (rows: Ledger, effect: EffectMap[K]) => void } = {
  'task.open': ({ tasks }, { key }) => open(tasks, key),
  'task.assign': ({ tasks }, { key }) => has(tasks, key),
  'task.close': ({ tasks }, { key }) => close(tasks, key),
  'job.open': ({ jobs }, { key }) => open(jobs, key),
  'job.retry': ({ jobs }, { key }) => has(jobs, key),
  'job.close': ({ jobs }, { key }) => close(jobs, key),
  'timer.schedule': ({ timers }, { timerKey }) => open(timers, timerKey),
  'timer.remove': ({ timers }, { timerKey }) => close(timers, timerKey),
  'incident.open': ({ incidents }, { incidentKey }) => open(incidents, incidentKey),
  'incident.close': ({ incidents }, { incidentKey }) => close(incidents, incidentKey),
  'subscription.open': ({ subscriptions }, { subscriptionKey }) => open(subscriptions, subscriptionKey),
  'subscription.close': ({ subscriptions }, { subscriptionKey }) => close(subscriptions, subscriptionKey),
  'message.publish': ({ sent }, { messageKey }) => open(sent, messageKey),
  'signal.broadcast': ({ sent }, { signalKey }) => open(sent, signalKey),
  'call.start': ({ calls }, { callKey }) => open(calls, callKey),
  'call.cancel': ({ calls }, { callKey }) => close(calls, callKey),
  'call.escalate': () => undefined,
  'instance.end': ({ sent }) => open(sent, 'end'),
};

function applyBy<T extends EffectKind>(
  table: { readonly [K in T]: (rows: Ledger, effect: EffectMap[K]) => void },
  rows: Ledger,
  effect: { [K in T]: EffectMap[K] }[T],
) {
  const kind: T = effect.kind;
  table[kind](rows, effect);
}

function open(rows: Set<string>, key: string): void {
  if (rows.has(key)) throw new Error(`Expected ${key} to be opened once, but it is open.`);
  rows.add(key);
}
function close(rows: Set<string>, key: string): void {
  if (!rows.delete(key)) throw new Error(`Expected ${key} to be open, but an effect closes it a second time.`);
}
function has(rows: Set<string>, key: string): void {
  if (!rows.has(key)) throw new Error(`Expected ${key} to be open, but an effect changes it after it was closed.`);
}
function same(what: string, rows: ReadonlySet<string>, keys: readonly string[]): void {
  const [a, b] = [[...rows].sort().join(), [...keys].sort().join()];
  if (a !== b) throw new Error(`Expected open ${what} ${b || 'none'} as in the state, but the effects leave ${a || 'none'}.`);
}

import { type Command, type EffectKind, type EffectOf, isFinished, type LiveTimer, liveTimers, type Values } from '@baton/engine';
import type { Process } from '@baton/model';
import { MIDDAY, Runner, SOMEBODY } from './run.ts';
import { startsBy } from './starts-by.ts';

type Message = Pick<EffectOf<'message.publish'>, 'name' | 'correlationKey' | 'messageId' | 'timeToLiveMs' | 'variables'>;
type Outside = Partial<Omit<Message, 'name'>>;
type Caller = { readonly instance: Inhabitant; readonly callKey: string };
type Job = EffectOf<'job.open'> & { readonly instance: Inhabitant };
/** Works on a job: gives what to answer, or null to leave it open. */
export type Worker = (job: Job) => Command | null;

/** How long a message waits for a receiver if it doesn't say: an hour, as in Camunda 8. */
const TIME_TO_LIVE_MS = 3_600_000;
/** Effects in one go; more of them means that instances send each other to and fro for ever. */
const MOST_EFFECTS = 20_000;

/** An instance in a world: each command's effects are acted on at once, and time is the world's. */
export class Inhabitant extends Runner {
  /** Effects up to here have been acted on. */
  done = 0;
  constructor(
    process: Process,
    private readonly world: World,
    readonly caller: Caller | null,
  ) {
    super(process);
  }
  override send(command: Command): string {
    this.now = this.world.now;
    const answer = super.send(command);
    const { rejection } = this;
    this.world.settle();
    this.rejection = rejection;
    return answer;
  }
  override pass(ms: number): void {
    this.world.pass(ms);
  }
}

/**
 * Several processes and instances in memory that send each other messages and signals and call each other, without a
 * database. Effects are acted on in the order they came about; a message goes to the instance that waited first.
 */
export class World {
  now = MIDDAY;
  readonly instances: Inhabitant[] = [];
  private readonly versions = new Map<string, Process[]>();
  private readonly workers = new Map<string, Worker>();
  private readonly seen = new Set<string>();
  private buffer: (Message & { readonly endsAt: number })[] = [];
  private isSettling = false;

  /** Of one key the later is the newer version. */
  deploy(...processes: readonly Process[]): this {
    for (const process of processes) this.versions.set(process.key, [...(this.versions.get(process.key) ?? []), process]);
    return this;
  }
  work(jobType: string, worker: Worker): this {
    this.workers.set(jobType, worker);
    return this;
  }

  start(processKey: string, variables: Values = {}): Inhabitant {
    const process = this.versions.get(processKey)?.at(-1);
    if (!process) throw new Error(`Expected a process ${processKey}, but none was deployed.`);
    return this.begin(process, variables);
  }
  private begin(process: Process, variables: Values, startElementId?: string): Inhabitant {
    const instance = this.settled(process, null);
    instance.begun({ type: 'start', variables, by: SOMEBODY, ...(startElementId === undefined ? {} : { startElementId }) });
    return instance;
  }
  private settled(process: Process, caller: Caller | null): Inhabitant {
    const instance = new Inhabitant(process, this, caller);
    this.instances.push(instance);
    return instance;
  }
  of(processKey: string): Inhabitant[] {
    return this.instances.filter((instance) => instance.process.key === processKey);
  }

  /** A message from outside. */
  message(name: string, { correlationKey = '', variables = {}, ...rest }: Outside = {}): void {
    this.publish({ name, correlationKey, variables, ...rest });
    this.settle();
  }
  signal(name: string, variables: Values = {}): void {
    this.broadcast(name, variables, null);
    this.settle();
  }
  /** Timers of all instances go off when they are due, one after the other, new ones too. */
  pass(ms: number): void {
    const until = this.now + ms;
    for (let due = this.nextTimer(until); due; due = this.nextTimer(until)) {
      this.now = Math.max(this.now, due.timer.dueAt);
      due.instance.send({ type: 'fireTimer', timerKey: due.timer.timerKey });
    }
    this.now = until;
  }
  private nextTimer(until: number): { instance: Inhabitant; timer: LiveTimer & { readonly timerKey: string } } | undefined {
    return this.instances
      .flatMap((instance) => liveTimers(instance.state).map((timer) => ({ instance, timer })))
      .filter(({ timer }) => timer.dueAt <= until)
      .sort((a, b) => a.timer.dueAt - b.timer.dueAt)[0];
  }

  /** Acts on all effects, and on those that come of it. */
  settle(): void {
    if (this.isSettling) return;
    this.isSettling = true;
    try {
      for (let count = 0; this.actOnNext(); count++)
        if (count > MOST_EFFECTS) throw new Error('Expected the world to come to rest, but effects go on for ever.');
    } finally {
      this.isSettling = false;
    }
  }
  private actOnNext(): boolean {
    const instance = this.instances.find((each) => each.done < each.effects.length);
    const effect = instance?.effects[instance.done];
    if (!instance || !effect) return false;
    instance.done++;
    act(this, instance, effect);
    return true;
  }

  // --- what effects do ---

  hand(job: Job): void {
    const answer = this.workers.get(job.jobType)?.(job);
    if (answer) job.instance.send(answer);
  }

  publish(message: Message): void {
    const id = message.messageId === undefined ? null : JSON.stringify([message.name, message.correlationKey, message.messageId]);
    if (id !== null && this.seen.has(id)) return;
    if (id !== null) this.seen.add(id);
    if (this.correlate(message) || this.startBy('message', message.name, message.variables)) return;
    this.buffer.push({ ...message, endsAt: this.now + (message.timeToLiveMs ?? TIME_TO_LIVE_MS) });
  }
  private correlate({ name, correlationKey, messageId, variables }: Message): boolean {
    const sent = messageId === undefined ? {} : { messageId };
    return this.instances.some((instance) =>
      instance
        .listening('message')
        .filter((each) => each.name === name && each.correlationKey === correlationKey)
        .some(({ subscriptionKey }) => instance.send({ type: 'correlateMessage', subscriptionKey, variables, ...sent }) === 'ok'),
    );
  }
  /** Somebody listens anew: has it been sent already? */
  lookInBuffer(name: string): void {
    this.buffer = this.buffer.filter((message) => message.endsAt > this.now);
    const waiting = this.buffer.find((message) => message.name === name && this.correlate(message));
    if (waiting) this.buffer = this.buffer.filter((message) => message !== waiting);
  }

  /** `own`: who threw it has heard it in all subscriptions with a number below `sinceKey`. */
  broadcast(name: string, variables: Values, own: { readonly instance: Inhabitant; readonly sinceKey: number } | null): void {
    for (const instance of [...this.instances]) {
      const since = instance === own?.instance ? own.sinceKey : 0;
      const hears = instance.listening('signal').some((each) => each.name === name && Number(each.subscriptionKey.slice(1)) >= since);
      if (hears) instance.send({ type: 'deliverSignal', name, variables, ...(since ? { sinceKey: since } : {}) });
    }
    this.startBy('signal', name, variables);
  }
  private startBy(event: 'message' | 'signal', name: string, variables: Values): boolean {
    const started = [...this.versions.values()].flatMap((versions) => {
      const process = versions.at(-1);
      if (!process) return [];
      return startsBy(process, event, name).map((elementId) => this.begin(process, variables, elementId));
    });
    return started.length > 0;
  }

  call(instance: Inhabitant, { processKey, binding, version, tag, callKey, variables }: EffectOf<'call.start'>): void {
    const versions = this.versions.get(processKey) ?? [];
    const chosen = { latest: versions.at(-1), version: versions[(version ?? 0) - 1], tag: versions.findLast(({ graph }) => graph.versionTag === tag) }[binding];
    if (!chosen) {
      instance.send({ type: 'breakCall', callKey, message: `Expected a process ${processKey}, but there is none.` });
      return;
    }
    const called = this.settled(chosen, { instance, callKey });
    const answer = called.send({ type: 'start', variables, by: SOMEBODY, isCalled: true });
    if (answer !== 'ok') instance.send({ type: 'breakCall', callKey, message: called.rejection?.detail ?? answer });
  }
  cancelCall(instance: Inhabitant, callKey: string): void {
    const called = this.instances.find(({ caller }) => caller?.instance === instance && caller.callKey === callKey);
    if (called && !isFinished(called.state)) called.cancel();
  }
}

type EffectMap = { [K in EffectKind]: EffectOf<K> };
const nothing = () => undefined;
const ACTS: { readonly [K in EffectKind]: (world: World, instance: Inhabitant, effect: EffectMap[K]) => void } = {
  'task.open': nothing,
  'task.assign': nothing,
  'task.close': nothing,
  'job.open': (world, instance, job) => world.hand({ ...job, instance }),
  'job.retry': nothing,
  'job.close': nothing,
  'timer.schedule': nothing,
  'timer.remove': nothing,
  'incident.open': nothing,
  'incident.close': nothing,
  'subscription.open': (world, _instance, { event, name }) => event === 'message' && world.lookInBuffer(name),
  'subscription.close': nothing,
  'message.publish': (world, _instance, message) => world.publish(message),
  'signal.broadcast': (world, instance, { name, variables, sinceKey }) => world.broadcast(name, variables, { instance, sinceKey }),
  'call.start': (world, instance, call) => world.call(instance, call),
  'call.cancel': (world, instance, { callKey }) => world.cancelCall(instance, callKey),
  'call.escalate': (_world, { caller }, { code, values }) => caller?.instance.send({ type: 'escalateCall', callKey: caller.callKey, code, variables: values }),
  'instance.end': (_world, instance, end) => {
    if (instance.caller) instance.caller.instance.send(answerOf(end, instance, instance.caller.callKey));
  },
};

function act<T extends EffectKind>(world: World, instance: Inhabitant, effect: { [K in T]: EffectMap[K] }[T]): void {
  const kind: T = effect.kind;
  const table: { readonly [K in T]: (world: World, instance: Inhabitant, effect: EffectMap[K]) => void } = ACTS;
  table[kind](world, instance, effect);
}

function answerOf(end: EffectOf<'instance.end'>, { variables }: Inhabitant, callKey: string): Command {
  if (end.outcome === 'failed')
    return { type: 'failCall', callKey, code: end.code, variables: end.values, ...(end.message === undefined ? {} : { message: end.message }) };
  if (end.outcome === 'completed') return { type: 'completeCall', callKey, variables };
  return { type: 'breakCall', callKey, message: 'The called process was cancelled.' };
}

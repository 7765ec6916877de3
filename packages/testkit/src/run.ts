import {
  type Actor,
  type Command,
  type CommandOf,
  type Effect,
  type EffectOf,
  type EngineEvent,
  type EventType,
  emptyInstance,
  evolve,
  type IncidentEntry,
  type InstanceState,
  isFinished,
  liveElements,
  liveTimers,
  openIncidents,
  type Rejection,
  replay,
  type Subscription,
  step,
  type Values,
  variablesOfScope,
  waitingElements,
} from '@baton/engine';
import type { Process } from '@baton/model';
import { asStored, canonical, deepFreeze } from './canonical.ts';
import { Ledger } from './ledger.ts';

export const SOMEBODY: Actor = { userId: 'somebody', name: 'Somebody' };
/** When every run begins. */
export const MIDDAY = Date.parse('2026-03-02T12:00:00Z');

type Completion = { readonly outcome?: string; readonly variables?: Values; readonly comment?: string; readonly by?: Actor };

type Failure = { readonly message?: string; readonly variables?: Values };
type Sent = { readonly correlationKey?: string; readonly messageId?: string };

/** Starts an instance and gives the hands to work on it. */
export const run = (process: Process, variables: Values = {}, by: Actor = SOMEBODY): Runner => new Runner(process).started(variables, by);
/** Starts it by what triggers that start event (or receive task, or event behind an instantiating gateway). */
export const runFrom = (process: Process, startElementId: string, variables: Values = {}): Runner =>
  new Runner(process).begun({ type: 'start', variables, by: SOMEBODY, startElementId });

/**
 * A running instance in a test: commands in, events out, one clock. After every command it checks that the input wasn't
 * touched, that the log replays to the state, that the state survives a restart (it goes on with what a database would give
 * back), and that the effects leave open what the state says is open.
 */
export class Runner {
  readonly log: EngineEvent[] = [];
  readonly effects: Effect[] = [];
  state: InstanceState = emptyInstance();
  now = MIDDAY;
  /** Of the last command, if it was refused. */
  rejection: Rejection | null = null;
  private readonly ledger = new Ledger();

  constructor(readonly process: Process) {}

  started(variables: Values, by: Actor): this {
    return this.begun({ type: 'start', variables, by });
  }
  begun(start: CommandOf<'start'>): this {
    const answer = this.send(start);
    if (answer !== 'ok') throw new Error(`Expected to start, but: ${this.rejection?.detail}`);
    return this;
  }

  /** `ok`, or the code of the rejection. */
  send(command: Command): string {
    const before = deepFreeze(asStored(this.state));
    const result = step(this.process, before, deepFreeze(command), this.now);
    this.rejection = result.ok ? null : result.rejection;
    if (!result.ok) return result.rejection.code;
    this.log.push(...result.events);
    this.effects.push(...result.effects);
    this.ledger.take(result.effects, result.events);
    this.check(before, result.state, result.events);
    this.state = result.state;
    return 'ok';
  }

  private check(before: InstanceState, after: InstanceState, events: readonly EngineEvent[]): void {
    const expected = canonical(after);
    // One by one copies the state each time: for a runaway loop's thousands of events that would take minutes.
    const evolved = events.length < 300 ? events.reduce(evolve, before) : replay(before, events);
    if (canonical(evolved) !== expected) throw new Error('Expected the events to lead from state to state, but they differ.');
    if (canonical(replay(emptyInstance(), this.log)) !== expected) throw new Error('Expected the whole log to replay to the state, but it differs.');
    if (JSON.stringify(after).includes('undefined')) throw new Error('Expected plain JSON, but the state holds undefined.');
    this.ledger.compare(after);
    this.log.forEach(({ seq }, index) => {
      if (seq !== index + 1) throw new Error(`Expected events numbered without gaps, but ${seq} is at place ${index + 1}.`);
    });
  }

  // --- hands ---

  complete(elementId: string, { variables = {}, by = SOMEBODY, ...said }: Completion = {}): string {
    return this.send({ type: 'completeTask', taskKey: this.keyOf(elementId), variables, by, ...said });
  }
  claim(elementId: string, by: Actor = SOMEBODY): string {
    return this.send({ type: 'claimTask', taskKey: this.keyOf(elementId), by });
  }
  unclaim(elementId: string, by: Actor = SOMEBODY): string {
    return this.send({ type: 'unclaimTask', taskKey: this.keyOf(elementId), by });
  }
  assign(elementId: string, assignee: string | null, by: Actor = SOMEBODY): string {
    return this.send({ type: 'assignTask', taskKey: this.keyOf(elementId), assignee, by });
  }
  work(elementId: string, variables: Values = {}): string {
    return this.send({ type: 'completeJob', jobKey: this.keyOf(elementId), variables });
  }
  fail(elementId: string, retries = 0, message = 'No connection'): string {
    return this.send({ type: 'failJob', jobKey: this.keyOf(elementId), message, retries });
  }
  throwError(elementId: string, code: string, { message, variables = {} }: Failure = {}): string {
    return this.send({ type: 'throwJobError', jobKey: this.keyOf(elementId), code, variables, ...(message === undefined ? {} : { message }) });
  }
  escalate(elementId: string, code: string, variables: Values = {}): string {
    return this.send({ type: 'escalateJob', jobKey: this.keyOf(elementId), code, variables });
  }
  /** A message for whoever waits for that name (and correlation key): the first one. */
  correlate(name: string, variables: Values = {}, { correlationKey, messageId }: Sent = {}): string {
    const found = this.listening('message').find((each) => each.name === name && (correlationKey === undefined || each.correlationKey === correlationKey));
    return this.send({
      type: 'correlateMessage',
      subscriptionKey: found?.subscriptionKey ?? 's0',
      variables,
      ...(messageId === undefined ? {} : { messageId }),
    });
  }
  signal(name: string, variables: Values = {}): string {
    return this.send({ type: 'deliverSignal', name, variables });
  }
  completeCall(elementId: string, variables: Values = {}): string {
    return this.send({ type: 'completeCall', callKey: this.callOf(elementId), variables });
  }
  failCall(elementId: string, code: string, { message, variables = {} }: Failure = {}): string {
    return this.send({ type: 'failCall', callKey: this.callOf(elementId), code, variables, ...(message === undefined ? {} : { message }) });
  }
  breakCall(elementId: string, message = 'Cancelled'): string {
    return this.send({ type: 'breakCall', callKey: this.callOf(elementId), message });
  }
  escalateCall(elementId: string, code: string, variables: Values = {}): string {
    return this.send({ type: 'escalateCall', callKey: this.callOf(elementId), code, variables });
  }
  /** Begins a step of an ad-hoc sub-process. */
  activate(adHocId: string, elementId: string): string {
    return this.send({ type: 'activateStep', scopeKey: this.keyOf(adHocId), elementId, by: SOMEBODY });
  }
  /** Lets time go by: timers go off when they are due, one after the other, new ones too. */
  pass(ms: number): void {
    const until = this.now + ms;
    for (let due = this.nextTimer(until); due; due = this.nextTimer(until)) {
      this.now = Math.max(this.now, due.dueAt);
      this.send({ type: 'fireTimer', timerKey: due.timerKey });
    }
    this.now = until;
  }
  private nextTimer(until: number) {
    return liveTimers(this.state)
      .filter((timer) => timer.dueAt <= until)
      .sort((a, b) => a.dueAt - b.dueAt)[0];
  }
  set(variables: Values, scopeKey?: string): string {
    return this.send({ type: 'setVariables', variables, by: SOMEBODY, ...(scopeKey === undefined ? {} : { scopeKey }) });
  }
  /** Resolves the first open incident. */
  resolve(retries?: number): string {
    const incidentKey = openIncidents(this.state)[0]?.incidentKey ?? 'i0';
    return this.send({ type: 'resolveIncident', incidentKey, by: SOMEBODY, ...(retries === undefined ? {} : { retries }) });
  }
  cancel(): string {
    return this.send({ type: 'cancel', by: SOMEBODY });
  }

  // --- eyes ---

  get status(): InstanceState['status'] {
    return this.state.status;
  }
  get isFinished(): boolean {
    return isFinished(this.state);
  }
  /** Element ids at which it waits or stands, in order of arrival. */
  at(): string[] {
    return waitingElements(this.state).map((element) => element.elementId);
  }
  /** Key of the live instance of that element, rather of one that waits than of one that holds others; one that can't exist if there is none. */
  keyOf(elementId: string): string {
    const isIt = (element: { readonly elementId: string }) => element.elementId === elementId;
    return (waitingElements(this.state).find(isIt) ?? liveElements(this.state).find(isIt))?.key ?? 'e999999';
  }
  /** The call that element waits for; one that can't exist if there is none. */
  callOf(elementId: string): string {
    const found = liveElements(this.state).find((element) => element.elementId === elementId && element.awaits?.kind === 'call');
    return found?.awaits?.kind === 'call' ? found.awaits.callKey : 'c0';
  }
  /** Open subscriptions of that kind, in order of opening. */
  listening<K extends Subscription['kind']>(kind: K): (Extract<Subscription, { kind: K }> & { readonly subscriptionKey: string })[] {
    const isOfKind = (subscription: Subscription): subscription is Extract<Subscription, { kind: K }> => subscription.kind === kind;
    const open = Object.entries(this.state.subscriptions ?? {}).sort(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)));
    return open.flatMap(([subscriptionKey, subscription]) => (isOfKind(subscription) ? [{ ...subscription, subscriptionKey }] : []));
  }
  /** Messages it has sent. */
  sent(): EffectOf<'message.publish'>[] {
    return this.effects.filter((effect) => effect.kind === 'message.publish');
  }
  get variables(): Values {
    return variablesOfScope(this.state, 'e1') ?? {};
  }
  incidents(): readonly IncidentEntry[] {
    return openIncidents(this.state);
  }
  incidentCodes(): string[] {
    return openIncidents(this.state).map((incident) => incident.code);
  }
  types(): EventType[] {
    return this.log.map((event) => event.type);
  }
  /** Element ids in the order they were entered. */
  visited(): string[] {
    return this.log.flatMap((event) => (event.type === 'element.entered' && event.scope !== null ? [event.elementId] : []));
  }
  eventsOf<T extends EventType>(type: T): Extract<EngineEvent, { type: T }>[] {
    return this.log.filter((event): event is Extract<EngineEvent, { type: T }> => event.type === type);
  }
}

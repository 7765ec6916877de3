import type { Element, ElementOf, Flow, Process, SingleTrigger } from '@baton/model';
import { Counts } from './counts.ts';
import { chosenFlows, type Flags, holds } from './flags.ts';
import { elementAt, linkedFrom, reachesOnlyEmpty } from './flows-ahead.ts';
import { type Arrival, codeOf, isApart, isBorder, isWait, type Listener, type Live, liveToken, quantityOf, type Scope, type Undoable } from './live-token.ts';
import { triggersOf } from './starts-by.ts';

/** What happens from outside. `nth`: which of several at one element (or listening by one event), in order of arrival. */
export type Happening = { readonly nth: number; readonly set?: Flags } & (
  | { readonly type: 'complete'; readonly elementId: string }
  /** The event has come: a timer, a message. */
  | { readonly type: 'trigger'; readonly eventId: string; readonly index?: number }
  | { readonly type: 'signal'; readonly name: string }
  | { readonly type: 'throw'; readonly elementId: string; readonly event: 'error' | 'escalation'; readonly code: string }
);

/**
 * BPMN's token game (BPMN 2.0.2, chapter 13) by itself: no data but flags, no log, no durability. It exists to disagree with
 * the engine, so it shares nothing with it but the drawing. Tokens move breadth first, in drawn order.
 */
export class TokenGame {
  readonly taken = new Counts();
  readonly completed = new Counts();
  /** What came about in one go broke off what had come about in the same, or it loops for ever: from here on another course is as right. */
  isUndecided = false;
  private round = 0;
  private readonly root = liveToken(null, null, 'scope');
  private lives: Live[] = [this.root];
  private queue: Arrival[] = [];
  /** Tokens that wait at a join: by scope, then element, then flow. */
  private readonly parked = new Map<Scope, Map<string, Counts>>();
  /** When a token was parked there last. */
  private readonly parkedIn = new Map<Scope, number>();

  constructor(
    private readonly process: Process,
    private flags: Flags = {},
  ) {
    this.begin(this.root, process.startsOf(process.key));
    this.run();
  }

  get isDone(): boolean {
    return !this.lives.includes(this.root);
  }
  /** Element ids at which it waits or can't go on, sorted. */
  active(): string[] {
    const held = this.lives.filter(({ kind }) => kind === 'waits' || kind === 'stands');
    return held.flatMap(({ element }) => (element ? [element.id] : [])).sort();
  }
  get isStuck(): boolean {
    return !this.isDone && !this.lives.some(({ kind }) => kind === 'waits');
  }

  happen(happening: Happening): void {
    this.round++;
    this.flags = { ...this.flags, ...happening.set };
    if (happening.type === 'signal') this.signal(happening.name);
    else if (happening.type === 'trigger') this.trigger(this.listenersOf(happening.eventId, happening.index ?? 0)[happening.nth]);
    else {
      const found = this.lives.filter(({ element, kind }) => kind === 'waits' && element?.id === happening.elementId)[happening.nth];
      if (found && happening.type === 'complete') this.complete(found);
      else if (found && happening.type === 'throw') this.thrown(found, happening.event, happening.code);
    }
    this.conditions();
    this.run();
  }

  // --- moving ---

  private run(): void {
    for (let steps = 0; steps < 500; steps++) {
      while (this.idle());
      const next = this.queue.shift();
      if (next) this.arrive(next);
      else if (!this.release()) return;
    }
    this.isUndecided = true;
  }
  private begin(scope: Scope, elements: readonly Element[]): void {
    for (const element of elements)
      if (element.type === 'startEvent') this.enter(element, scope);
      else this.queue.push({ element, scope, flow: null });
  }
  private take(scope: Scope, flow: Flow, tokens = 1): void {
    for (let token = 0; token < tokens; token++) {
      this.taken.add(flow.id);
      this.queue.push({ element: elementAt(this.process, flow.to), scope, flow });
    }
  }
  private arrive({ element, scope, flow }: Arrival): void {
    if (flow && this.waitsForOthers(element, scope, flow)) return;
    this.enter(element, scope);
  }
  /** Parks the token at whatever joins; true: it isn't complete yet. */
  private waitsForOthers(element: Element, scope: Scope, flow: Flow): boolean {
    const quantity = quantityOf(element, 'startQuantity');
    const incoming = this.process.incoming(element.id);
    const joins = incoming.length > 1 && JOINS.includes(element.type);
    if (quantity < 2 && !joins) return false;
    const waiting = this.at(scope, element);
    waiting.add(joins ? flow.id : ANY);
    this.parkedIn.set(scope, this.round);
    if (element.type === 'complexGateway') return !this.activate(element, scope);
    const isComplete = joins ? this.isComplete(element, scope) : waiting.total === quantity;
    if (isComplete && joins) waiting.spendAll();
    else if (isComplete) waiting.clear();
    return !isComplete;
  }
  private isComplete(join: Element, scope: Scope): boolean {
    const waiting = this.at(scope, join);
    if (join.type === 'parallelGateway') return this.process.incoming(join.id).every(({ id }) => waiting.has(id));
    return join.type === 'inclusiveGateway' && waiting.size > 0 && !this.canStillCome(join, scope, new Set(waiting.keys()));
  }
  private at(scope: Scope, { id }: Element): Counts {
    const joins = this.parked.get(scope) ?? new Map<string, Counts>();
    const waiting = joins.get(id) ?? new Counts();
    this.parked.set(scope, joins.set(id, waiting));
    return waiting;
  }
  /** 13.3.5: the condition is asked at each token until it holds; what comes afterwards is swallowed until nothing more can come. */
  private activate(element: ElementOf<'complexGateway'>, scope: Scope): boolean {
    const waiting = this.at(scope, element);
    const needed = Number(/activationCount >= (\d+)/.exec(element.activationCondition ?? '')?.[1] ?? 1);
    if (scope.resets.has(element.id) || waiting.total < needed) return false;
    scope.resets.set(element.id, new Set(waiting.keys()));
    waiting.spendAll();
    return true;
  }
  /** Lets one join go on for which nothing more can come. */
  private release(): boolean {
    for (const scope of this.lives) {
      for (const id of [...scope.resets.keys(), ...(this.parked.get(scope)?.keys() ?? [])]) {
        const element = elementAt(this.process, id);
        if (this.resets(element, scope)) return true;
        if (element.type !== 'inclusiveGateway' || !this.isComplete(element, scope)) continue;
        this.at(scope, element).spendAll();
        this.enter(element, scope);
        return true;
      }
    }
    return false;
  }
  /** All that can come to a complex gateway that went on has come: what came late is swallowed, the rest counts anew. */
  private resets(element: Element, scope: Scope): boolean {
    const had = scope.resets.get(element.id);
    const waiting = this.at(scope, element);
    if (element.type !== 'complexGateway' || !had || this.canStillCome(element, scope, new Set([...waiting.keys(), ...had]))) return false;
    scope.resets.delete(element.id);
    for (const flowId of [...waiting.keys()]) if (!had.has(flowId)) waiting.spend(flowId);
    if (waiting.size && this.activate(element, scope)) this.enter(element, scope);
    return true;
  }
  private canStillCome(join: Element, scope: Scope, has: ReadonlySet<string>): boolean {
    if (this.queue.some((each) => each.scope === scope && each.element === join)) return true;
    return this.tokensIn(scope, join).some((source) => reachesOnlyEmpty(this.process, { source, join, has }));
  }
  private tokensIn(scope: Scope, join: Element): Element[] {
    const running = this.lives.filter((each) => each.scope === scope && each.element && !each.undoes).map(({ element }) => element!);
    const waiting = [...(this.parked.get(scope) ?? [])].flatMap(([id, flows]) => (flows.size && id !== join.id ? [elementAt(this.process, id)] : []));
    return [...running, ...waiting, ...this.queue.flatMap((each) => (each.scope === scope ? [each.element] : []))];
  }

  // --- elements ---

  private enter(element: Element, scope: Scope): void {
    const loop = 'loop' in element ? element.loop : undefined;
    const token = this.live(element, scope, loop ? 'loop' : 'waits');
    if (loop && loop.kind !== 'standard') token.todo = Array.from({ length: Number(loop.cardinality ?? 0) }, () => element);
    const hasNone = loop?.kind === 'standard' ? loop.testBefore && !holds(loop.condition, this.flags) : loop && !token.todo.length;
    if (hasNone) this.complete(token);
    else if (loop) this.rounds(token, loop.kind === 'parallel' ? token.todo.length : 1);
    else this.work(token);
    this.conditions();
  }
  private rounds(holder: Live, count: number): void {
    holder.todo.splice(0, count);
    const rounds = Array.from({ length: count }, () => this.live(holder.element!, holder.scope, 'waits', { holder }));
    for (const round of rounds) if (this.lives.includes(round)) this.work(round);
  }
  private roundEnded(holder: Live): void {
    const loop = holder.element && 'loop' in holder.element ? holder.element.loop : undefined;
    if (!loop || !this.lives.includes(holder)) return;
    holder.ended++;
    const isStandard = loop.kind === 'standard';
    const most = isStandard ? loop.maximum : /numberOfCompletedInstances >= (\d+)/.exec(loop.completionCondition ?? '')?.[1];
    const isLast = isStandard ? !holds(loop.condition, this.flags) : !holder.todo.length && !this.lives.some((each) => each.holder === holder);
    if (isLast || holder.ended >= Number(most ?? Number.POSITIVE_INFINITY)) this.complete(holder);
    else if (loop.kind !== 'parallel') this.rounds(holder, 1);
  }
  /** What an element does once it has its token. Automatic ones are done at once. */
  private work(token: Live): void {
    const { element } = token;
    if (!element || isWait(element)) return;
    if (element.type === 'subProcess' || element.type === 'transaction' || element.type === 'adHocSubProcess') this.open(token, element);
    else if (element.type === 'intermediateCatchEvent' && element.trigger?.type === 'parallelMultiple')
      token.missing = new Set(element.trigger.triggers.keys());
    else if (element.type === 'intermediateThrowEvent' || element.type === 'endEvent') this.throwAll(token, triggersOf(element));
    else if (element.type !== 'intermediateCatchEvent' || element.trigger?.type === 'link') this.complete(token);
  }
  private open(token: Live, element: Element): void {
    token.kind = 'scope';
    const inside = this.process.childrenOf(element.id).filter((each) => !this.process.incoming(each.id).length && !isApart(each));
    if (element.type !== 'adHocSubProcess') this.begin(token, this.process.startsOf(element.id));
    else if (element.ordering === 'sequential') token.todo = inside;
    else this.begin(token, inside);
  }
  private throwAll(token: Live, triggers: readonly SingleTrigger[]): void {
    for (const trigger of triggers) if (this.lives.includes(token) && this.throws(token, trigger)) return;
    if (this.lives.includes(token)) this.complete(token);
  }
  /** True: the token doesn't simply go on. */
  private throws(token: Live, trigger: SingleTrigger): boolean {
    if (trigger.type === 'signal') this.signal(trigger.name ?? '');
    if (trigger.type === 'error' || trigger.type === 'escalation') return this.thrown(token, trigger.type, trigger.code ?? '');
    if (trigger.type === 'link') this.begin(token.scope!, linkedFrom(this.process, token.element!));
    if (trigger.type === 'compensation') {
      const records = token.scope!.records.filter(({ element }) => trigger.activity === undefined || element.id === trigger.activity);
      token.scope!.records = token.scope!.records.filter((record) => !records.includes(record));
      this.undo(token, records);
      return true;
    }
    if (trigger.type === 'terminate' || trigger.type === 'cancel') {
      const scope = token.scope!;
      this.completeOnly(token);
      this.clear(scope);
      if (trigger.type === 'terminate') this.complete(scope);
      else this.undo(this.enclosingTransaction(scope), this.enclosingTransaction(scope).records.splice(0));
      return true;
    }
    return false;
  }
  private enclosingTransaction(scope: Scope): Live {
    for (let at = scope; at.scope; at = at.scope) if (at.element?.type === 'transaction') return at;
    return scope;
  }
  private undo(by: Live, records: readonly Undoable[]): void {
    by.kind = 'undoing';
    by.undo = records.flatMap((record) => record.by);
    this.undoNext(by);
  }
  private undoNext(by: Live): void {
    const handler = by.undo.pop();
    const isTransaction = by.element?.type === 'transaction';
    if (handler) this.work(this.live(handler, isTransaction ? by : by.scope, 'waits', { undoes: by }));
    else if (!isTransaction) this.complete(by);
    else {
      const event = this.process.boundaryEventsOf(by.element.id).find((each) => triggersOf(each).some(({ type }) => type === 'cancel'));
      this.remove(by.holder ?? by);
      if (event) this.goOn(event, by.scope!);
    }
  }

  private complete(token: Live): void {
    this.completeOnly(token);
    const { element, scope, holder, undoes } = token;
    if (!element || !scope) return;
    const handler = this.process.compensationHandlerOf(element.id);
    const inside = token.records.flatMap((record) => record.by);
    if (token.kind !== 'loop' && (handler || inside.length)) scope.records.push({ element, by: handler ? [handler] : inside });
    if (undoes) this.undoNext(undoes);
    else if (holder) this.roundEnded(holder);
    else this.leave(element, scope);
  }
  private completeOnly(token: Live): void {
    if (token.element && !token.holder) this.completed.add(token.element.id);
    this.remove(token);
  }
  private goOn(event: Element, scope: Scope): void {
    this.completed.add(event.id);
    this.leave(event, scope);
  }
  private leave(element: Element, scope: Scope): void {
    const chosen = chosenFlows(this.process, element, this.flags);
    if (this.process.outgoing(element.id).length && !chosen.length) {
      this.live(element, scope, 'stands');
      this.completed.spend(element.id);
    }
    for (const flow of chosen) this.take(scope, flow, quantityOf(element, 'completionQuantity'));
  }
  /** A scope in which nothing runs any more ends. */
  private idle(): boolean {
    const scope = this.lives.findLast((each) => each.kind === 'scope' && this.isEmpty(each));
    if (!scope) return false;
    if (scope.todo.length) this.begin(scope, scope.todo.splice(0, 1));
    else this.complete(scope);
    return true;
  }
  private isEmpty(scope: Scope): boolean {
    const waits = [...(this.parked.get(scope)?.values() ?? [])].some((flows) => flows.size > 0);
    return !waits && !this.lives.some((each) => each.scope === scope) && !this.queue.some((each) => each.scope === scope);
  }

  // --- events ---

  /** All that listens now, in order of arrival: what waits itself, borders, starts of event sub-processes. */
  private listeners(): Listener[] {
    const of = (each: Live, event: Element) => triggersOf(event).map((trigger, index) => ({ live: each, event, trigger, index }));
    return this.lives.flatMap((each) => {
      const { element } = each;
      const behind = element?.type === 'eventBasedGateway' ? this.process.outgoing(element.id).map((flow) => elementAt(this.process, flow.to)) : [];
      const borders = element && !each.holder && each.kind !== 'undoing' && each.kind !== 'stands' ? this.process.boundaryEventsOf(element.id) : [];
      const subs = each.kind === 'scope' && !each.isInterrupted ? this.process.eventSubProcessesOf(element?.id ?? this.process.key) : [];
      const own = element && each.kind === 'waits' && !isBorder(element) ? [element, ...behind].flatMap((event) => of(each, event)) : [];
      const stillMissing = own.filter(({ index }) => element?.type !== 'intermediateCatchEvent' || !each.missing.size || each.missing.has(index));
      return [
        ...stillMissing,
        ...borders.flatMap((event) => of(each, event)),
        ...subs.flatMap((sub) => this.process.triggeredStartsOf(sub.id)).flatMap((event) => of(each, event)),
      ];
    });
  }
  private listenersOf(eventId: string, at: number): Listener[] {
    return this.listeners().filter(({ event, index }) => event.id === eventId && index === at);
  }
  private signal(name: string): void {
    for (const listener of this.listeners().filter(({ trigger }) => trigger.type === 'signal' && trigger.name === name)) this.trigger(listener);
  }
  /** A condition goes off when it becomes true; for what listens anew it does if it is. */
  private conditions(): void {
    for (const listener of this.listeners()) {
      const { live: token, event, trigger } = listener;
      if (trigger.type !== 'conditional' || !this.lives.includes(token)) continue;
      const was = token.held.has(event.id);
      if (!holds(trigger.condition, this.flags)) token.held.delete(event.id);
      else token.held.add(event.id);
      if (!was && token.held.has(event.id)) this.trigger(listener);
    }
  }
  private trigger(listener: Listener | undefined): void {
    if (!listener || !this.lives.includes(listener.live)) return;
    const { live: token, event, index } = listener;
    token.missing.delete(index);
    if (isBorder(event)) {
      if (event.cancelActivity !== false) this.remove(token);
      this.goOn(event, token.scope!);
    } else if (event.type === 'startEvent') this.startSub(token, event);
    else if (token.element?.type === 'eventBasedGateway') this.decide(token, event);
    else if (!token.missing.size) this.complete(token);
  }
  private decide(gateway: Live, event: Element): void {
    this.completeOnly(gateway);
    const flow = this.process.outgoing(gateway.element!.id).find(({ to }) => to === event.id);
    if (flow) this.taken.add(flow.id);
    this.goOn(event, gateway.scope!);
  }
  private startSub(scope: Scope, event: ElementOf<'startEvent'>): void {
    if (event.isInterrupting !== false) {
      this.clear(scope);
      scope.isInterrupted = true;
    }
    const sub = this.live(elementAt(this.process, event.parent!), scope, 'scope');
    this.goOn(event, sub);
  }
  /** An error or escalation goes outwards to the nearest that catches its code; true: the thrower is gone or stands. */
  private thrown(from: Live, type: 'error' | 'escalation', code: string): boolean {
    for (let at: Live | null = from; at; at = at.holder ?? at.scope) {
      const catching = this.listeners().filter((each) => each.live === at && each.trigger.type === type && !(at === from && each.event === from.element));
      const found = catching.find(({ trigger }) => codeOf(trigger) === code) ?? catching.find(({ trigger }) => codeOf(trigger) === undefined);
      if (!found) continue;
      const isEnd = from.element?.type === 'endEvent';
      if (isEnd || (from.element?.type === 'intermediateThrowEvent' && this.lives.includes(from))) this.completeOnly(from);
      this.trigger(found);
      const scopeLives = from.scope !== null && this.lives.includes(from.scope) && !from.scope.isInterrupted;
      if (type === 'escalation' && from.element?.type === 'intermediateThrowEvent' && scopeLives) this.leave(from.element, from.scope!);
      return true;
    }
    if (type === 'error' && from.element?.type === 'endEvent') from.kind = 'stands';
    return type === 'error';
  }

  // --- bookkeeping ---

  private live(element: Element, scope: Scope | null, kind: Live['kind'], more: Partial<Live> = {}): Live {
    const made = { ...liveToken(element, scope, kind), born: this.round, ...more };
    this.lives.push(made);
    return made;
  }
  private remove(token: Live): void {
    this.clear(token);
    this.lives = this.lives.filter((each) => each !== token);
    for (const round of this.lives.filter((each) => each.holder === token || each.undoes === token)) this.remove(round);
  }
  /** Ends all that runs in a scope. */
  private clear(scope: Scope): void {
    const inside = this.lives.filter((each) => each.scope === scope);
    const isFresh =
      inside.some(({ born }) => born === this.round) || this.parkedIn.get(scope) === this.round || this.queue.some((each) => each.scope === scope);
    if (isFresh) this.isUndecided = true;
    for (const each of inside) this.remove(each);
    this.queue = this.queue.filter((each) => each.scope !== scope);
    this.parked.delete(scope);
    scope.resets.clear();
    scope.todo = [];
  }
}

const JOINS = ['parallelGateway', 'inclusiveGateway', 'complexGateway'];
/** Stands for whatever flow, where only the number of tokens counts. */
const ANY = '*';

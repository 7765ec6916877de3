import { type Decision, evaluate, evaluateCondition, evaluateDecision, type Surroundings } from '@baton/expressions';
import { broughtBy, type Next, type Trigger } from './behaviour.ts';
import type { CompiledFlow, CompiledNode, CompiledProcess } from './compiled-process.ts';
import { bug, type Draft } from './draft.ts';
import type { EngineEvent, Fact, Key } from './event.ts';
import { apply, joinKey } from './evolve.ts';
import type { Json, Values } from './json.ts';
import { cancelInside, closeIncidents, dropParked, joinsOf } from './mechanics/cancellation.ts';
import { keepForUndoing, undoNext } from './mechanics/compensation.ts';
import { askConditions } from './mechanics/conditions.ts';
import { type Formula, failureOf } from './mechanics/expressions.ts';
import { closeStarvedJoin, raiseStarvedJoins } from './mechanics/joins.ts';
import { dropListening, isListeningFor, listenAgain, listenFor } from './mechanics/listening.ts';
import { beginLoop, beginNextRound, leaveRound, resumeLoop } from './mechanics/loops.ts';
import { evaluateMappings } from './mechanics/mappings.ts';
import type { Message } from './mechanics/messages.ts';
import { failureOfWriting, groupByScope, problemOfWriting, scopeHolding } from './mechanics/write-variables.ts';
import { type Failure, type Result, succeed } from './result.ts';
import { type LiveElement, type Phase, ROOT_KEY } from './state.ts';

/** Elements reached in one command before it stops as an incident: a loop without a wait state would never end. */
export const MAX_MICROSTEPS = 10_000;

/** What is still to be done in this command. */
type Item =
  | { readonly flow: CompiledFlow; readonly scope: Key }
  | { readonly node: CompiledNode; readonly scope: Key }
  | { readonly round: Key; readonly scope: Key };

/**
 * One macrostep: what behaviours may see and do. `emit` changes the draft at once; flows taken go on the agenda, which runs
 * until every token waits. Then joins that look at their whole scope decide, and scopes that ran empty are told so, the inner
 * ones first.
 */
export class Execution {
  readonly events: EngineEvent[] = [];
  private agenda: Item[] = [];
  private next = 0;
  private microsteps = 0;
  private readonly maybeIdle = new Set<Key>();
  private readonly toSettle = new Set<Key>();
  /** Something was written, or somebody began to wait for a condition. */
  private mayBeTrue = false;
  /** What started an event sub-process that is about to begin. */
  private readonly started = new Map<Key, { readonly start: CompiledNode; readonly values: Values }>();
  /** Where expressions read from, and what lies over it while mappings are evaluated. */
  private readScope: Key = ROOT_KEY;
  private overlay: Values | null = null;
  private readonly surroundings: Surroundings;

  constructor(
    readonly process: CompiledProcess,
    readonly draft: Draft,
    readonly now: number,
  ) {
    this.surroundings = { lookup: (name) => this.lookup(name), now };
  }

  emit(fact: Fact): void {
    const event: EngineEvent = { seq: this.draft.seq + 1, at: this.now, v: 1, ...fact };
    this.events.push(event);
    apply(this.draft, event);
    if (event.type === 'variables.set' || event.type === 'subscription.opened') this.mayBeTrue = true;
  }

  /** The node a live element is an instance of. */
  nodeOf(token: LiveElement): CompiledNode {
    return token.scope === null ? this.process.root : this.process.node(token.elementId);
  }

  // --- a token's way ---

  /** A flow reaches it: enters it, or waits until as many tokens are there as it takes to begin. */
  arriveAt(node: CompiledNode, flow: CompiledFlow, scope: Key): void {
    if (node.startQuantity === 1) {
      this.enter(node, scope);
      return;
    }
    this.park(node, flow, scope);
    const waiting = this.draft.parked[joinKey(scope, node.id)] ?? {};
    const flowIds = Object.entries(waiting).flatMap(([flowId, tokens]) => Array<string>(tokens).fill(flowId));
    if (flowIds.length >= node.startQuantity) this.join(node, scope, flowIds.slice(0, node.startQuantity));
  }

  park(node: CompiledNode, flow: CompiledFlow, scope: Key): void {
    this.emit({ type: 'flow.parked', flowId: flow.id, elementId: node.id, scope });
    this.lookAt(scope);
  }

  enter(node: CompiledNode, scope: Key): void {
    const token = this.appear(node, scope);
    if (this.microsteps > MAX_MICROSTEPS) this.raise(node, token, LOOP, 'entering');
    else this.begin(node, token);
  }

  /** A token is on it; nothing of it has begun. */
  appear(node: CompiledNode, scope: Key): LiveElement {
    const key = this.draft.nextElementKey;
    this.emit({ type: 'element.entered', key, elementId: node.id, elementType: node.type, scope });
    return this.draft.element(key);
  }

  /** An event that has happened: it needs no more waiting. */
  enterTriggered(node: CompiledNode, scope: Key, values: Values): void {
    this.complete(node, this.appear(node, scope), values);
  }

  startInside(node: CompiledNode, scope: Key): void {
    this.lookAt(scope);
    for (const start of node.starts) this.enter(start, scope);
  }

  /** The start of an event sub-process has happened in the scope `host`. */
  enterEventSubProcess(start: CompiledNode, host: Key, values: Values): void {
    const node = start.parent ?? bug(`${start.id} starts nothing`);
    const token = this.appear(node, host);
    this.started.set(token.key, { start, values });
    this.begin(node, token);
  }

  /** The event sub-process itself: with what started it, or after an incident without. */
  startEventSubProcess(node: CompiledNode, token: LiveElement): void {
    const { start, values } = this.started.get(token.key) ?? { start: node.triggered[0] ?? bug(`${node.id} has no start`), values: {} };
    this.lookAt(token.key);
    this.enterTriggered(start, token.key, values);
  }

  /** Goes on at an element without a flow. */
  goTo(node: CompiledNode, scope: Key): void {
    this.agenda.push({ node, scope });
  }

  /** The next round of that loop begins, when all that is under way has run. */
  nextRound(body: Key): void {
    this.agenda.push({ round: body, scope: body });
  }

  /** Goes on where an incident had stopped it. */
  proceed(token: LiveElement): void {
    const node = this.nodeOf(token);
    PROCEED[token.phase](this, node, token);
  }

  listenAgain(event: CompiledNode, host: LiveElement): void {
    if (event.triggers.length) listenAgain(this, event, host);
    this.mayBeTrue = true;
    this.lookAt(host.key);
  }

  begin(node: CompiledNode, token: LiveElement): void {
    const isBody = isLoopBody(node, token);
    if (node.inputs.length && !isBody) {
      const local = evaluateMappings(this, node, node.inputs, token.isUndo ? token.key : (token.scope ?? token.key));
      const failure = local.ok ? this.checkValues(node, local.value) : local.failure;
      if (failure) {
        this.raise(node, token, failure, 'entering');
        return;
      }
      if (local.ok) this.emit({ type: 'variables.set', scope: token.key, values: local.value });
    }
    if (node.boundaryEvents.length && token.iteration === undefined) {
      const failure = listenFor(this, node.boundaryEvents, token);
      if (failure) {
        this.raise(node, token, failure, 'entering');
        return;
      }
    }
    this.work(node, token);
  }

  work(node: CompiledNode, token: LiveElement): void {
    if (!isLoopBody(node, token)) {
      this.follow(node, token, node.verbs.enter(this, token));
      return;
    }
    const failure = beginLoop(this, node, token);
    if (failure) this.raise(node, token, failure, 'ready');
  }

  /** What that subscription was for has come. */
  trigger(subscriptionKey: Key, trigger: Trigger, messageId?: string): void {
    const subscription = this.draft.subscriptions.get(subscriptionKey);
    if (!subscription) return;
    const { elementId, key, kind } = subscription;
    this.emit({ type: 'subscription.triggered', subscriptionKey, elementId, kind, ...(messageId === undefined ? {} : { messageId }) });
    this.happen(this.process.node(elementId), this.draft.element(key), trigger);
  }

  /** One of the triggers of `event`, for which `host` listens, has come: goes on, or waits for the others. */
  happen(event: CompiledNode, host: LiveElement, trigger: Trigger): void {
    if (!event.needsAll || !isListeningFor(this, event, host.key)) {
      this.resume(event, host, trigger);
      return;
    }
    this.writeResult(host, broughtBy(trigger));
    if (host.elementId === event.id) this.emit({ type: 'element.waiting', key: host.key, awaits: { kind: 'event' } });
  }

  /** What `token` waited for has come; `node` is its own, or that of the event it listened for. */
  resume(node: CompiledNode, token: LiveElement, trigger: Trigger): void {
    this.follow(node, token, node.verbs.resume(this, token, trigger));
  }

  follow(node: CompiledNode, token: LiveElement, next: Next): void {
    if (next.kind === 'done') this.complete(node, token, next.result);
    else if (next.kind === 'wait') this.emit({ type: 'element.waiting', key: token.key, awaits: next.awaits });
    else if (next.kind === 'fail') this.raise(node, token, next.failure, 'ready');
  }

  /** Its own work is done: outputs, then the way on. */
  complete(node: CompiledNode, token: LiveElement, result: Values | null): void {
    if (result !== null && node.outputs.length === 0) this.writeResult(token, result);
    else if (result !== null) this.emit({ type: 'variables.set', scope: token.key, values: result });
    this.mapOutputs(node, token);
  }

  mapOutputs(node: CompiledNode, token: LiveElement): void {
    if (node.outputs.length) {
      const outputs = evaluateMappings(this, node, node.outputs, token.key);
      const failure = outputs.ok ? this.checkValues(node, outputs.value) : outputs.failure;
      if (failure) {
        this.raise(node, token, failure, 'completing');
        return;
      }
      if (outputs.ok) this.emit({ type: 'variables.set', scope: this.scopeAround(token), values: outputs.value });
    }
    if (node.dataOutputs.length) {
      const data = evaluateMappings(this, node, node.dataOutputs, token.key);
      const failure = data.ok ? this.checkValues(node, data.value) : data.failure;
      if (failure) {
        this.raise(node, token, failure, 'completing');
        return;
      }
      if (data.ok) this.writeResult(token, data.value);
    }
    this.leave(node, token);
  }

  leave(node: CompiledNode, token: LiveElement): void {
    if (token.iteration !== undefined) {
      const failure = leaveRound(this, node, token);
      if (failure) this.raise(node, token, failure, 'leaving');
      return;
    }
    const choice = token.isUndo ? NO_FLOWS : node.verbs.leave(this, token);
    if (!choice.ok) {
      this.raise(node, token, choice.failure, 'leaving');
      return;
    }
    keepForUndoing(this, node, token);
    this.end(node, token, choice.value);
  }

  /** It is over; these flows are taken. */
  end(node: CompiledNode, token: LiveElement, flows: readonly CompiledFlow[] = []): void {
    const scope = token.scope ?? ROOT_KEY;
    dropListening(this, token.key);
    closeIncidents(this, token.key);
    this.emit({ type: 'element.completed', key: token.key, elementId: node.id });
    this.take(node, scope, flows);
    this.lookAt(scope);
    const around = this.draft.elements.get(scope);
    if (around) this.nodeOf(around).verbs.childEnded?.(this, around);
  }

  /** Its path goes on while it stays. */
  takeFlows(node: CompiledNode, token: LiveElement): void {
    const choice = node.verbs.leave(this, token);
    if (choice.ok) this.take(node, token.scope ?? ROOT_KEY, choice.value);
    else this.raise(node, token, choice.failure, 'waiting');
  }

  private take(node: CompiledNode, scope: Key, flows: readonly CompiledFlow[]): void {
    for (const flow of flows) {
      for (let token = 0; token < node.completionQuantity; token++) {
        this.emit({ type: 'flow.taken', flowId: flow.id, scope });
        this.agenda.push({ flow, scope });
      }
    }
  }

  /** A complete set of flows has come together. */
  join(node: CompiledNode, scope: Key, flowIds: readonly string[]): void {
    this.emit({ type: 'flows.joined', flowIds, elementId: node.id, scope });
    closeStarvedJoin(this, scope, node.id);
    this.enter(node, scope);
  }

  throwMessage(node: CompiledNode, token: LiveElement, message: Message): void {
    this.emit({ type: 'message.thrown', messageKey: this.draft.newKey('m'), key: token.key, elementId: node.id, ...message, variables: this.localsOf(token) });
  }

  raise(node: CompiledNode, token: LiveElement, failure: Failure, phase?: Phase): void {
    const { code, message, expression } = failure;
    this.emit({
      type: 'incident.raised',
      incidentKey: this.draft.nextIncidentKey,
      key: token.key,
      elementId: node.id,
      code,
      message: storable(message),
      ...(expression === undefined ? {} : { expression }),
      ...(phase === undefined ? {} : { phase }),
    });
  }

  /** Something `host` has to do beside its own work fails: said once, and it goes on. */
  raiseAt(node: CompiledNode, host: LiveElement, failure: Failure): void {
    const { incidents } = this.draft;
    for (const key in incidents) if (incidents[key]!.key === host.key && incidents[key]!.elementId === node.id) return;
    this.raise(node, host, failure);
  }

  // --- the end of things ---

  /** Ends a live element and all inside it: tasks, jobs, timers, subscriptions, calls, incidents, waiting flows. */
  cancel(key: Key): void {
    const token = this.draft.element(key);
    const node = this.nodeOf(token);
    if (token.awaits?.kind === 'children' || token.awaits?.kind === 'activation') cancelInside(this, key);
    if (!isLoopBody(node, token)) node.verbs.cancel(this, token);
    dropListening(this, key);
    closeIncidents(this, key);
    this.emit({ type: 'element.cancelled', key, elementId: node.id });
    if (token.scope !== null) this.lookAt(token.scope);
  }

  /** Ends everything in the token's scope but the token. */
  terminateBeside(token: LiveElement): void {
    const scope = token.scope ?? ROOT_KEY;
    this.forget(scope);
    for (const other of [...this.draft.elements.values()]) if (other.scope === scope && other.key !== token.key) this.cancel(other.key);
    dropParked(this, scope);
  }

  /** Tokens that are on their way in that scope never arrive. */
  forget(scope: Key): void {
    this.agenda = this.agenda.slice(this.next).filter((item) => item.scope !== scope);
    this.next = 0;
  }

  /** Something ended or waits there: its joins may go on, or it may have run empty. */
  lookAt(scope: Key): void {
    this.maybeIdle.add(scope);
    this.toSettle.add(scope);
  }

  /** Until every token waits and no scope is empty. */
  run(): void {
    do {
      this.runAgenda();
    } while (this.settle() || this.tellIdle() || this.agenda.length > 0 || this.mayBeTrue);
  }

  private runAgenda(): void {
    for (;;) {
      if (this.mayBeTrue) this.ask();
      const item = this.agenda[this.next++];
      if (!item) break;
      if (this.draft.elements.has(item.scope)) this.carryOut(item);
    }
    this.agenda.length = 0;
    this.next = 0;
  }

  private carryOut(item: Item): void {
    this.microsteps++;
    if ('flow' in item) item.flow.target.verbs.arrive(this, item.flow, item.scope);
    else if ('node' in item) this.enter(item.node, item.scope);
    else if (this.microsteps > MAX_MICROSTEPS) this.raise(this.nodeOf(this.draft.element(item.round)), this.draft.element(item.round), LOOP, 'rounds');
    else beginNextRound(this, item.round);
  }

  private ask(): void {
    this.mayBeTrue = false;
    if (this.draft.conditions.size) askConditions(this);
  }

  /** Lets joins that look at their whole scope go on; false: none does. */
  private settle(): boolean {
    for (const scope of this.toSettle) {
      for (const join of joinsOf(this, scope)) if (this.process.node(join).verbs.settle(this, scope)) return true;
      this.toSettle.delete(scope);
    }
    return false;
  }

  /** Tells the innermost of the scopes that may have run empty; false: there was none left to look at. */
  private tellIdle(): boolean {
    const scope = latest(this.maybeIdle);
    if (scope === null) return false;
    this.maybeIdle.delete(scope);
    const token = this.draft.elements.get(scope);
    if (token?.phase !== 'waiting' || token.awaits?.kind !== 'children' || this.hasElements(scope)) return true;
    if (token.undoing) undoNext(this, token);
    else if (!this.draft.loops.get(scope) && !raiseStarvedJoins(this, scope)) this.nodeOf(token).verbs.idle(this, token);
    return true;
  }

  private hasElements(scope: Key): boolean {
    for (const element of this.draft.elements.values()) if (element.scope === scope) return true;
    return false;
  }

  // --- data ---

  evaluate(formula: Formula, node: CompiledNode, scope: Key): Result<Json> {
    const { parsed, source } = formula;
    if (!parsed.ok) return { ok: false, failure: failureOf('expression-failed', node, source, parsed.problem) };
    this.readScope = scope;
    const result = evaluate(parsed.expression, this.surroundings);
    return result.ok ? result : { ok: false, failure: failureOf('expression-failed', node, source, result.error) };
  }

  evaluateCondition(formula: Formula, node: CompiledNode, scope: Key): Result<boolean> {
    const { parsed, source } = formula;
    if (!parsed.ok) return { ok: false, failure: failureOf('expression-failed', node, source, parsed.problem) };
    this.readScope = scope;
    const result = evaluateCondition(parsed.expression, this.surroundings);
    if (result.ok) return result;
    const code = result.error.code === 'result-type' ? 'condition-not-boolean' : 'expression-failed';
    return { ok: false, failure: failureOf(code, node, source, result.error) };
  }

  decide(decision: Decision, node: CompiledNode, scope: Key): Result<Json> {
    this.readScope = scope;
    const result = evaluateDecision(decision, this.surroundings);
    return result.ok ? result : { ok: false, failure: failureOf('expression-failed', node, result.error.expression, result.error) };
  }

  /** Evaluates with `values` lying over the scope read from. */
  reading<T>(values: Values, read: () => T): T {
    this.overlay = values;
    const result = read();
    this.overlay = null;
    return result;
  }

  private lookup(name: string): Json | undefined {
    if (this.overlay !== null && Object.hasOwn(this.overlay, name)) return this.overlay[name];
    const { variables, elements } = this.draft;
    for (let scope: Key | null = this.readScope; scope !== null; scope = elements.get(scope)?.scope ?? null) {
      const held = variables[scope];
      if (held !== undefined && Object.hasOwn(held, name)) return held[name];
    }
    return undefined;
  }

  /** Why that element can't write these values, or null. */
  checkValues(node: CompiledNode, values: Values): Failure | null {
    const problem = problemOfWriting(this.process, this.draft, values);
    return problem && failureOfWriting(node, problem);
  }

  /** A result without output mappings goes to the nearest scope that has the name, else to the root. */
  writeResult(token: LiveElement, result: Values): void {
    const names = Object.keys(result);
    const [first] = names;
    if (first === undefined) return;
    const from = token.isUndo ? this.scopeAround(token) : token.key;
    if (names.length === 1) {
      this.emit({ type: 'variables.set', scope: scopeHolding(this.draft, from, first), values: result });
      return;
    }
    for (const [scope, values] of groupByScope(this.draft, from, result)) this.emit({ type: 'variables.set', scope, values });
  }

  /** What it holds itself: its input mappings, what it was started with. */
  localsOf(token: LiveElement): Values {
    return this.draft.variables[token.key] ?? {};
  }

  /** All that can be read there. */
  visibleAt(key: Key): Values {
    const chain: Values[] = [];
    for (let at: Key | null = key; at !== null; at = this.draft.elements.get(at)?.scope ?? null) chain.unshift(this.draft.variables[at] ?? {});
    return Object.assign({}, ...chain);
  }

  /** Where its outputs go: around its loop, if it is a round; around the event that undoes, if it undoes. */
  private scopeAround(token: LiveElement): Key {
    const around = token.scope === null ? undefined : this.draft.elements.get(token.scope);
    if (!around) return token.key;
    const isThrough = token.iteration !== undefined || (token.isUndo && around.undoing !== undefined && !around.isUndo && !this.nodeOf(around).starts.length);
    return isThrough ? (around.scope ?? around.key) : around.key;
  }
}

const isLoopBody = (node: CompiledNode, token: LiveElement) => node.loop !== null && token.iteration === undefined;
const NO_FLOWS = succeed<readonly CompiledFlow[]>([]);

/** A sentence about a value may quote what no database can keep, or cut a character in two. */
const storable = (text: string) => text.toWellFormed().replaceAll('\u0000', '\ufffd');

const LOOP: Failure = {
  code: 'loop-limit',
  message: `Expected the process to wait some time, but it ran through ${MAX_MICROSTEPS} elements at once: it is a loop without a wait. Resolving the incident lets it go on.`,
};

const PROCEED: { readonly [P in Phase]: (x: Execution, node: CompiledNode, token: LiveElement) => void } = {
  entering: (x, node, token) => x.begin(node, token),
  ready: (x, node, token) => x.work(node, token),
  waiting: (x, _node, token) => x.lookAt(token.key),
  completing: (x, node, token) => x.mapOutputs(node, token),
  leaving: (x, node, token) => x.leave(node, token),
  rounds: (x, node, token) => resumeLoop(x, node, token),
};

/** The scope entered last: keys are counters, so nothing inside it can be older. */
function latest(scopes: ReadonlySet<Key>): Key | null {
  let last: Key | null = null;
  for (const key of scopes) if (last === null || Number(key.slice(1)) > Number(last.slice(1))) last = key;
  return last;
}

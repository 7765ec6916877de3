import { evaluate, evaluateCondition, type Surroundings } from '@baton/expressions';
import type { Next, Trigger } from './behaviour.ts';
import type { CompiledFlow, CompiledNode, CompiledProcess } from './compiled-process.ts';
import type { Draft } from './draft.ts';
import type { EngineEvent, Fact, Key } from './event.ts';
import { apply } from './evolve.ts';
import type { Json, Values } from './json.ts';
import { listenAround } from './mechanics/boundary.ts';
import { cancelInside, closeIncident, dropParked, dropTimers } from './mechanics/cancellation.ts';
import { type Formula, failureOf } from './mechanics/expressions.ts';
import { closeStarvedJoin, raiseStarvedJoins } from './mechanics/joins.ts';
import { evaluateMappings } from './mechanics/mappings.ts';
import { failureOfWriting, groupByScope, problemOfWriting, scopeHolding } from './mechanics/write-variables.ts';
import type { Failure, Result } from './result.ts';
import { type LiveElement, type Phase, ROOT_KEY } from './state.ts';

/** Elements reached in one command before it stops as an incident: a loop without a wait state would never end. */
export const MAX_MICROSTEPS = 10_000;

type Arrival = { readonly flow: CompiledFlow; readonly scope: Key };

/**
 * One macrostep: what behaviours may see and do. `emit` changes the draft at once; flows taken go on the agenda, which runs
 * until every token waits. Then scopes that ran empty are told so, the inner ones first.
 */
export class Execution {
  readonly events: EngineEvent[] = [];
  private agenda: Arrival[] = [];
  private next = 0;
  private microsteps = 0;
  private readonly maybeIdle = new Set<Key>();
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
  }

  /** The node a live element is an instance of. */
  nodeOf(token: LiveElement): CompiledNode {
    return token.scope === null ? this.process.root : this.process.node(token.elementId);
  }

  // --- a token's way ---

  enter(node: CompiledNode, scope: Key): void {
    const key = this.draft.nextElementKey;
    this.emit({ type: 'element.entered', key, elementId: node.id, elementType: node.type, scope });
    const token = this.draft.element(key);
    if (this.microsteps > MAX_MICROSTEPS) {
      this.raise(node, token, LOOP, 'entering');
      return;
    }
    this.begin(node, token);
  }

  startInside(node: CompiledNode, scope: Key): void {
    this.maybeIdle.add(scope);
    for (const start of node.starts) this.enter(start, scope);
  }

  /** Goes on where an incident had stopped it. */
  proceed(token: LiveElement): void {
    const node = this.nodeOf(token);
    PROCEED[token.phase](this, node, token);
  }

  begin(node: CompiledNode, token: LiveElement): void {
    if (node.inputs.length) {
      const local = evaluateMappings(this, node, node.inputs, token.scope ?? token.key);
      const failure = local.ok ? this.checkValues(node, local.value) : local.failure;
      if (failure) {
        this.raise(node, token, failure, 'entering');
        return;
      }
      if (local.ok) this.emit({ type: 'variables.set', scope: token.key, values: local.value });
    }
    if (node.boundaryEvents.length) {
      const failure = listenAround(this, node, token);
      if (failure) {
        this.raise(node, token, failure, 'entering');
        return;
      }
    }
    this.work(node, token);
  }

  work(node: CompiledNode, token: LiveElement): void {
    this.follow(node, token, node.verbs.enter(this, token));
  }

  /** What `token` waited for has come; `node` is its own, or that of the border event that listened. */
  resume(node: CompiledNode, token: LiveElement, trigger: Trigger): void {
    this.follow(node, token, node.verbs.resume(this, token, trigger));
  }

  private follow(node: CompiledNode, token: LiveElement, next: Next): void {
    if (next.kind === 'done') this.complete(node, token, next.result);
    else if (next.kind === 'wait') this.emit({ type: 'element.waiting', key: token.key, awaits: next.awaits });
    else if (next.kind === 'fail') this.raise(node, token, next.failure, 'ready');
  }

  /** Its own work is done: outputs, then the way on. */
  complete(node: CompiledNode, token: LiveElement, result: Values | null): void {
    if (node.outputs.length === 0) {
      if (result !== null) this.writeResult(token.key, result);
      this.leave(node, token);
      return;
    }
    if (result !== null) this.emit({ type: 'variables.set', scope: token.key, values: result });
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
      if (outputs.ok) this.emit({ type: 'variables.set', scope: token.scope ?? token.key, values: outputs.value });
    }
    this.leave(node, token);
  }

  leave(node: CompiledNode, token: LiveElement): void {
    const choice = node.verbs.leave(this, token);
    if (!choice.ok) {
      this.raise(node, token, choice.failure, 'leaving');
      return;
    }
    const scope = token.scope ?? ROOT_KEY;
    dropTimers(this, token.key);
    this.emit({ type: 'element.completed', key: token.key, elementId: node.id });
    for (const flow of choice.value) {
      this.emit({ type: 'flow.taken', flowId: flow.id, scope });
      this.agenda.push({ flow, scope });
    }
    this.maybeIdle.add(scope);
  }

  /** A complete set of flows has come together. */
  join(node: CompiledNode, scope: Key, flowIds: readonly string[]): void {
    this.emit({ type: 'flows.joined', flowIds, elementId: node.id, scope });
    closeStarvedJoin(this, scope, node.id);
    this.enter(node, scope);
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

  // --- the end of things ---

  /** Ends a live element and all inside it: tasks, jobs, timers, incidents, waiting flows. */
  cancel(key: Key): void {
    const token = this.draft.element(key);
    const node = this.nodeOf(token);
    if (node.starts.length) cancelInside(this, key);
    node.verbs.cancel(this, token);
    dropTimers(this, key);
    closeIncident(this, key);
    this.emit({ type: 'element.cancelled', key, elementId: node.id });
    if (token.scope !== null) this.maybeIdle.add(token.scope);
  }

  /** Ends everything in the token's scope but the token. */
  terminateBeside(token: LiveElement): void {
    const scope = token.scope ?? ROOT_KEY;
    this.agenda = this.agenda.slice(this.next).filter((arrival) => arrival.scope !== scope);
    this.next = 0;
    for (const other of [...this.draft.elements.values()]) if (other.scope === scope && other.key !== token.key) this.cancel(other.key);
    dropParked(this, scope);
  }

  /** Until every token waits and no scope is empty. */
  run(): void {
    do {
      while (this.next < this.agenda.length) this.arrive(this.agenda[this.next++]!);
      this.agenda.length = 0;
      this.next = 0;
    } while (this.tellIdle() || this.agenda.length > 0);
  }

  private arrive({ flow, scope }: Arrival): void {
    if (!this.draft.elements.has(scope)) return;
    this.microsteps++;
    flow.target.verbs.arrive(this, flow, scope);
  }

  /** Tells the innermost of the scopes that may have run empty; false: there was none left to look at. */
  private tellIdle(): boolean {
    const scope = latest(this.maybeIdle);
    if (scope === null) return false;
    this.maybeIdle.delete(scope);
    const token = this.draft.elements.get(scope);
    if (token?.phase !== 'waiting' || this.hasElements(scope)) return true;
    if (!raiseStarvedJoins(this, scope)) this.nodeOf(token).verbs.idle(this, token);
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
  private writeResult(from: Key, result: Values): void {
    const names = Object.keys(result);
    const [first] = names;
    if (first === undefined) return;
    if (names.length === 1) {
      this.emit({ type: 'variables.set', scope: scopeHolding(this.draft, from, first), values: result });
      return;
    }
    for (const [scope, values] of groupByScope(this.draft, from, result)) this.emit({ type: 'variables.set', scope, values });
  }
}

/** A sentence about a value may quote what no database can keep, or cut a character in two. */
const storable = (text: string) => text.toWellFormed().replaceAll('\u0000', '\ufffd');

const LOOP: Failure = {
  code: 'loop-limit',
  message: `Expected the process to wait some time, but it ran through ${MAX_MICROSTEPS} elements at once: it is a loop without a wait. Resolving the incident lets it go on.`,
};

const PROCEED: { readonly [P in Phase]: (x: Execution, node: CompiledNode, token: LiveElement) => void } = {
  entering: (x, node, token) => x.begin(node, token),
  ready: (x, node, token) => x.work(node, token),
  waiting: () => {},
  completing: (x, node, token) => x.mapOutputs(node, token),
  leaving: (x, node, token) => x.leave(node, token),
};

/** The scope entered last: keys are counters, so nothing inside it can be older. */
function latest(scopes: ReadonlySet<Key>): Key | null {
  let last: Key | null = null;
  for (const key of scopes) if (last === null || Number(key.slice(1)) > Number(last.slice(1))) last = key;
  return last;
}

import type { Loop, MultiInstance, StandardLoop } from '@baton/model';
import type { CompiledNode } from '../compiled-process.ts';
import { bug } from '../draft.ts';
import type { Key } from '../event.ts';
import type { Execution } from '../execution.ts';
import type { Json, Values } from '../json.ts';
import { type Failure, fail, type Result, succeed } from '../result.ts';
import type { LiveElement, LoopState } from '../state.ts';
import type { TriggerVerbs } from '../trigger.ts';
import { compileTriggers } from '../triggers/index.ts';
import { cancelInside } from './cancellation.ts';
import { keepForUndoing } from './compensation.ts';
import { type Formula, formula, text } from './expressions.ts';
import { dropListening } from './listening.ts';

/** Rounds of one multi-instance: more are refused as an incident, because all of them live in one state. */
export const MAX_ROUNDS = 10_000;

type Count = (x: Execution, node: CompiledNode, scope: Key) => Result<number>;
type Plan = { readonly total?: number; readonly items?: readonly Json[] };

/** A loop or multi-instance with its settings read. */
export type CompiledLoop = {
  readonly isParallel: boolean;
  /** How many rounds there will be, and for what; total absent: as long as the condition says. */
  plan(x: Execution, node: CompiledNode, body: LiveElement): Result<Plan>;
  /** Is there another round after these? */
  goesOn(x: Execution, node: CompiledNode, body: LiveElement, loop: LoopState): Result<boolean>;
  /** What a round begins with. */
  locals(iteration: number, item: Json): Values;
  readonly outputCollection: string | null;
  readonly outputElement: Formula | null;
  readonly completionCondition: Formula | null;
  /** What the body throws when that round has ended. */
  thrownAfter(x: Execution, node: CompiledNode, round: Key, loop: LoopState): Result<readonly TriggerVerbs[]>;
};

export function compileLoop(loop: Loop | undefined): CompiledLoop | null {
  if (!loop) return null;
  return loop.kind === 'standard' ? standardLoop(loop) : multiInstance(loop);
}

const conditionOf = (source: string | undefined) => (source?.trim() ? formula(source) : null);

function countOf(what: string, setting: number | string | undefined, max: number): Count | null {
  if (setting === undefined || setting === '') return null;
  const value = typeof setting === 'number' ? () => succeed<Json>(setting) : text(setting);
  return (x, node, scope) => {
    const result = value(x, node, scope);
    if (!result.ok) return result;
    const count = typeof result.value === 'string' && result.value.trim() !== '' ? Number(result.value) : result.value;
    if (typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= max) return succeed(count);
    return fail(
      'loop-invalid',
      `Expected ${what} of “${node.label}” to be a whole number from 0 to ${max}, but got ${JSON.stringify(result.value)}.`,
      String(setting),
    );
  };
}

function standardLoop({ condition, testBefore = false, maximum }: StandardLoop): CompiledLoop {
  const asked = conditionOf(condition);
  const most = countOf('the maximum', maximum, Number.MAX_SAFE_INTEGER);
  return {
    isParallel: false,
    plan: () => succeed({}),
    goesOn: (x, node, body, loop) => {
      const limit = most ? most(x, node, body.key) : succeed(Number.POSITIVE_INFINITY);
      if (!limit.ok) return limit;
      if (loop.completed >= limit.value) return succeed(false);
      if (!asked || (loop.completed === 0 && !testBefore)) return succeed(true);
      return x.reading({ loopCounter: loop.completed + 1 }, () => x.evaluateCondition(asked, node, body.key));
    },
    locals: (iteration) => ({ loopCounter: iteration }),
    outputCollection: null,
    outputElement: null,
    completionCondition: null,
    thrownAfter: () => succeed([]),
  };
}

function multiInstance(loop: MultiInstance): CompiledLoop {
  const cardinality = countOf('the number of rounds', loop.cardinality, MAX_ROUNDS);
  const collection = loop.collection?.trim() ? text(loop.collection.trim()) : null;
  const { elementVariable, indexVariable } = loop;
  return {
    isParallel: loop.kind === 'parallel',
    plan: (x, node, body) => {
      if (collection) return itemsOf(collection(x, node, body.key), node, loop.collection ?? '');
      const count = cardinality
        ? cardinality(x, node, body.key)
        : fail('loop-invalid', `Expected “${node.label}” to say how often it runs, but it says nothing.`);
      return count.ok ? succeed({ total: count.value }) : count;
    },
    goesOn: (_x, _node, _body, { total = 0, begun }) => succeed(begun < total),
    locals: (iteration, item) => ({
      loopCounter: iteration,
      ...(indexVariable === undefined ? {} : { [indexVariable]: iteration }),
      ...(elementVariable === undefined || !collection ? {} : { [elementVariable]: item }),
    }),
    outputCollection: loop.outputCollection ?? null,
    outputElement: conditionOf(loop.outputElement),
    completionCondition: conditionOf(loop.completionCondition),
    thrownAfter: throwing(loop),
  };
}

function itemsOf(list: Result<Json>, node: CompiledNode, source: string): Result<Plan> {
  if (!list.ok) return list;
  const items: Json = list.value;
  if (!Array.isArray(items))
    return fail('loop-invalid', `Expected the collection of “${node.label}” to be a list, but got ${shorten(JSON.stringify(items))}.`, source);
  if (items.length > MAX_ROUNDS)
    return fail('loop-invalid', `Expected at most ${MAX_ROUNDS} items for “${node.label}”, but there are ${items.length}.`, source);
  return succeed({ total: items.length, items });
}

const shorten = (json: string) => (json.length > 200 ? `${json.slice(0, 200)}...` : json);

/** BPMN 2.0.2, table 10.31: none throws after each round, one after the first, complex by its conditions, all never. */
function throwing({ behaviour = 'all', event, events = [] }: MultiInstance): CompiledLoop['thrownAfter'] {
  const own = compileTriggers(event);
  const ruled = events.map((each) => ({ condition: formula(each.condition), triggers: compileTriggers(each.event) }));
  const nothing = succeed<readonly TriggerVerbs[]>([]);
  return {
    all: () => nothing,
    none: () => succeed(own),
    one: (_x: Execution, _node: CompiledNode, _round: Key, loop: LoopState) => (loop.completed === 0 ? succeed(own) : nothing),
    complex: (x: Execution, node: CompiledNode, round: Key, loop: LoopState): Result<readonly TriggerVerbs[]> => {
      const thrown: TriggerVerbs[] = [];
      for (const { condition, triggers } of ruled) {
        const verdict = x.reading(countsAfter(loop), () => x.evaluateCondition(condition, node, round));
        if (!verdict.ok) return verdict;
        if (verdict.value) thrown.push(...triggers);
      }
      return succeed(thrown);
    },
  }[behaviour];
}

/** What conditions about the rounds read (BPMN 2.0.2, table 10.30), as it is when the present round has ended. */
const countsAfter = ({ total = 0, begun, completed }: LoopState): Values => ({
  numberOfInstances: total,
  numberOfActiveInstances: begun - completed - 1,
  numberOfCompletedInstances: completed + 1,
  numberOfTerminatedInstances: 0,
});

const loopOf = (x: Execution, key: Key) => x.draft.loops.get(key) ?? bug(`${key} has no loop`);
const compiled = (node: CompiledNode) => node.loop ?? bug(`${node.id} has no loop`);

/** The body begins: it holds the rounds, and the border events. */
export function beginLoop(x: Execution, node: CompiledNode, body: LiveElement): Failure | null {
  const plan = compiled(node).plan(x, node, body);
  if (!plan.ok) return plan.failure;
  const { total, items } = plan.value;
  const first = compiled(node).goesOn(x, node, body, { ...EMPTY, ...(total === undefined ? {} : { total }) });
  if (!first.ok) return first.failure;
  const keeps = items && !compiled(node).isParallel ? { items } : {};
  x.emit({ type: 'loop.begun', key: body.key, elementId: node.id, ...(total === undefined ? {} : { total }), ...keeps });
  x.emit({ type: 'element.waiting', key: body.key, awaits: { kind: 'children' } });
  if (!first.value) finishLoop(x, node, body.key);
  else if (compiled(node).isParallel)
    for (let round = 1; round <= (total ?? 0) && x.draft.loops.get(body.key); round++) beginRound(x, node, body.key, items?.[round - 1] ?? null);
  else x.nextRound(body.key);
  return null;
}

const EMPTY: LoopState = { outputs: [], begun: 0, completed: 0 };

/** The next of a sequential loop. */
export function beginNextRound(x: Execution, bodyKey: Key): void {
  const body = x.draft.elements.get(bodyKey);
  if (!body) return;
  const { items, begun } = loopOf(x, bodyKey);
  beginRound(x, x.nodeOf(body), bodyKey, items?.[begun] ?? null);
}

function beginRound(x: Execution, node: CompiledNode, bodyKey: Key, item: Json): void {
  const iteration = loopOf(x, bodyKey).begun + 1;
  const round = x.appear(node, bodyKey);
  x.emit({ type: 'loop.roundBegun', key: round.key, elementId: node.id, iteration });
  x.emit({ type: 'variables.set', scope: round.key, values: compiled(node).locals(iteration, item) });
  x.begin(node, x.draft.element(round.key));
}

/** A round is done: counted, its output kept, events thrown; then the next one, or the end. */
export function leaveRound(x: Execution, node: CompiledNode, round: LiveElement): Failure | null {
  const bodyKey = round.scope ?? bug(`round ${round.key} is in no loop`);
  const before = loopOf(x, bodyKey);
  const { outputElement, completionCondition, thrownAfter, outputCollection } = compiled(node);
  const output = outputElement && outputCollection ? x.evaluate(outputElement, node, round.key) : null;
  if (output && !output.ok) return output.failure;
  const isEnough = completionCondition ? x.reading(countsAfter(before), () => x.evaluateCondition(completionCondition, node, round.key)) : null;
  if (isEnough && !isEnough.ok) return isEnough.failure;
  const thrown = thrownAfter(x, node, round.key, before);
  if (!thrown.ok) return thrown.failure;

  keepForUndoing(x, node, round);
  dropListening(x, round.key);
  x.emit({ type: 'element.completed', key: round.key, elementId: node.id });
  const iteration = round.iteration ?? bug(`${round.key} is no round`);
  x.emit({ type: 'loop.roundEnded', key: bodyKey, elementId: node.id, iteration, ...(output ? { output: output.value } : {}) });
  x.lookAt(bodyKey);
  for (const trigger of thrown.value) throwFromBody(x, node, bodyKey, trigger);
  if (x.draft.elements.has(bodyKey)) goOn(x, node, bodyKey, isEnough?.value ?? false);
  return null;
}

function throwFromBody(x: Execution, node: CompiledNode, bodyKey: Key, trigger: TriggerVerbs): void {
  const body = x.draft.elements.get(bodyKey);
  if (!body) return;
  const next = trigger.throw(x, node, body);
  if (next.kind === 'fail') x.raiseAt(node, body, next.failure);
}

function goOn(x: Execution, node: CompiledNode, bodyKey: Key, isEnough: boolean): void {
  const loop = loopOf(x, bodyKey);
  if (isEnough) {
    cancelInside(x, bodyKey);
    finishLoop(x, node, bodyKey);
    return;
  }
  if (compiled(node).isParallel) {
    if (loop.completed >= (loop.total ?? 0)) finishLoop(x, node, bodyKey);
    return;
  }
  const body = x.draft.element(bodyKey);
  const another = compiled(node).goesOn(x, node, body, loop);
  if (!another.ok) x.raise(node, body, another.failure, 'rounds');
  else if (another.value) x.nextRound(bodyKey);
  else finishLoop(x, node, bodyKey);
}

/** After an incident between two rounds. */
export const resumeLoop = (x: Execution, node: CompiledNode, body: LiveElement): void => {
  x.emit({ type: 'element.waiting', key: body.key, awaits: { kind: 'children' } });
  goOn(x, node, body.key, false);
};

function finishLoop(x: Execution, node: CompiledNode, bodyKey: Key): void {
  const body = x.draft.element(bodyKey);
  const { outputCollection } = compiled(node);
  if (outputCollection) {
    const { outputs, total = outputs.length } = loopOf(x, bodyKey);
    const all = Array.from({ length: total }, (_, index) => outputs[index] ?? null);
    const problem = x.checkValues(node, { [outputCollection]: all });
    if (problem) {
      x.raise(node, body, problem, 'rounds');
      return;
    }
    x.writeResult(body, { [outputCollection]: all });
  }
  x.leave(node, body);
}

import { addDuration, beginCycle, evaluate, isTimeZone, parseCycle, parseExpression, parseInstant, type Timed } from '@baton/expressions';
import { type Element, expressionOf, type Graph, isExpression, type Process, type SingleTrigger, type Trigger, type TriggerOf } from '@baton/model';

export type StartSubscription = {
  readonly elementId: string;
  readonly index: number;
  readonly kind: 'message' | 'signal' | 'timer' | 'conditional';
  readonly name: string | null;
  readonly expression: string | null;
  readonly timeZone: string | null;
  readonly catchUp: string | null;
  readonly dueAt: number | null;
  readonly repetitions: number | null;
};

/** A start event whose trigger says nothing that could be listened for: the version isn't published. */
export class StartInvalid extends Error {
  readonly code = 'start-invalid';
  readonly elementId: string;
  constructor(elementId: string, message: string) {
    super(message);
    this.elementId = elementId;
  }
}

/** What starts instances of this process, one for each trigger. Its texts can read no variables: there is no instance yet. */
export function startSubscriptionsOf(process: Process, now: number): StartSubscription[] {
  return process
    .triggeredStartsOf(process.key)
    .flatMap((start) =>
      listeners(process, start).flatMap(({ element, trigger }) =>
        singles(trigger).flatMap((single, index) => rowOf(process.graph, element, single, index, now)),
      ),
    );
}

type Listener = { readonly element: Element; readonly trigger: Trigger | undefined };

/** A gateway that begins a process listens for the events behind it. */
function listeners(process: Process, start: Element): Listener[] {
  if (start.type !== 'eventBasedGateway') return [{ element: start, trigger: triggerOf(start) }];
  return process.outgoing(start.id).flatMap(({ to }) => {
    const target = process.node(to);
    return target.type === 'process' ? [] : [{ element: target, trigger: triggerOf(target) }];
  });
}

function triggerOf(element: Element): Trigger | undefined {
  if (element.type === 'receiveTask') return { type: 'message', ...element.message };
  return 'trigger' in element ? element.trigger : undefined;
}

function singles(trigger: Trigger | undefined): readonly SingleTrigger[] {
  if (!trigger) return [];
  return trigger.type === 'multiple' || trigger.type === 'parallelMultiple' ? trigger.triggers : [trigger];
}

type Row = Omit<StartSubscription, 'elementId' | 'index' | 'kind'>;
const NOTHING: Row = { name: null, expression: null, timeZone: null, catchUp: null, dueAt: null, repetitions: null };

function rowOf(graph: Graph, element: Element, trigger: SingleTrigger, index: number, now: number): StartSubscription[] {
  const on = { elementId: element.id, index };
  if (trigger.type === 'message') return [{ ...on, kind: 'message', ...NOTHING, name: named(element, trigger.name ?? messageOfFlow(graph, element), now) }];
  if (trigger.type === 'signal') return [{ ...on, kind: 'signal', ...NOTHING, name: named(element, trigger.name, now) }];
  if (trigger.type === 'conditional') return [{ ...on, kind: 'conditional', ...NOTHING, expression: expressionOf(trigger.condition ?? '') }];
  if (trigger.type === 'timer') return [{ ...on, kind: 'timer', ...timed(element, trigger, now) }];
  return [];
}

/** Between two pools the line may name the message. */
function messageOfFlow({ messageFlows = [] }: Graph, { id }: Element): string | undefined {
  const flow = messageFlows.find((each) => each.to === id);
  return flow?.message ?? flow?.name;
}

function named(element: Element, name: string | undefined, now: number): string {
  const value = name === undefined ? '' : evaluated(element, name, now);
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new StartInvalid(element.id, `Expected “${element.name ?? element.id}” to name what starts the process, but it says ${JSON.stringify(value)}.`);
}

function timed(element: Element, trigger: TriggerOf<'timer'>, now: number): Row {
  const text = (value: string) => String(evaluated(element, value.trim(), now));
  const zone = trigger.timeZone?.trim() ? text(trigger.timeZone) : 'UTC';
  if (!isTimeZone(zone))
    throw new StartInvalid(element.id, `Expected a time zone such as Europe/Berlin for the timer of “${element.name ?? element.id}”, but got “${zone}”.`);
  if (trigger.date?.trim()) return { ...NOTHING, dueAt: due(element, parseInstant(text(trigger.date), zone)) };
  if (trigger.duration?.trim()) return { ...NOTHING, dueAt: due(element, addDuration(now, text(trigger.duration), zone)) };
  const cycle = due(element, parseCycle(text(trigger.cycle ?? ''), zone));
  const begun = due(element, beginCycle(cycle, now, zone));
  return {
    name: null,
    expression: begun.interval,
    timeZone: zone,
    catchUp: trigger.catchUp ?? 'one',
    dueAt: begun.dueAt,
    repetitions: cycle.repetitions === undefined ? null : cycle.repetitions - 1,
  };
}

function due<T>(element: Element, timed: Timed<T>): T {
  if (timed.ok) return timed.value;
  throw new StartInvalid(element.id, `${timed.message} It is the timer of “${element.name ?? element.id}”.`);
}

function evaluated(element: Element, text: string, now: number): unknown {
  if (!isExpression(text)) return text;
  const parsed = parseExpression(expressionOf(text));
  const value = parsed.ok ? evaluate(parsed.expression, { lookup: () => undefined, now }) : null;
  if (value?.ok) return value.value;
  const why = value ? value.error.message : parsed.ok ? '' : parsed.problem.message;
  throw new StartInvalid(element.id, `Expected “${element.name ?? element.id}” to need no variables, since there is no instance yet, but: ${why}`);
}

import type { Element } from '../graph.ts';
import { type Loop, MAX_WRITTEN_ROUNDS, type MultiInstance, type StandardLoop } from '../loop.ts';
import { capital, nameOf } from '../naming.ts';
import { error, type Problem } from '../problem.ts';
import { expressionOf, isExpression } from '../text.ts';
import { TRIGGERS, type TriggerType } from '../triggers/registry.ts';
import type { SingleTrigger } from '../triggers/single.ts';
import { checkTrigger } from './events-are-named.ts';
import { forEachElement, type Rule, type RuleContext } from './rule.ts';

/** A loop says how often, in numbers that can be, and what it needs is there (BPMN 2.0.2, 10.3.8). */
export const loopsAreSound: Rule = forEachElement((element, context) => {
  const loop: Loop | undefined = 'loop' in element ? element.loop : undefined;
  if (!loop) return [];
  return loop.kind === 'standard' ? checkStandard(element, loop) : checkMultiInstance(element, loop, context);
});

function checkStandard(element: Element, loop: StandardLoop): Problem[] {
  if (!isGiven(loop.condition) && !isGiven(loop.maximum)) return [incomplete(element, 'loop', 'to say how long it is repeated (a condition or a maximum)')];
  return checkCount(element, { path: 'loop.maximum', count: loop.maximum, least: 1 });
}

function checkMultiInstance(element: Element, loop: MultiInstance, context: RuleContext): Problem[] {
  return [
    ...howMany(element, loop),
    ...checkCount(element, { path: 'loop.cardinality', count: loop.cardinality, least: 0 }),
    ...pairs(element, loop),
    ...checkEvents(element, loop, context),
  ];
}

function howMany(element: Element, { cardinality, collection }: MultiInstance): Problem[] {
  if (!isGiven(cardinality) && !isGiven(collection)) return [incomplete(element, 'loop', 'to say for what it is done several times (a list or a number)')];
  if (!isGiven(cardinality) || !isGiven(collection)) return [];
  const fix = { type: 'set', id: element.id, property: 'loop.cardinality', value: null, label: 'Keep the list' } as const;
  return [
    error('loop-ambiguous', `Expected ${nameOf(element)} to have a list or a number to be done for, but it has both.`, {
      elementId: element.id,
      path: 'loop.cardinality',
      fix,
    }),
  ];
}

interface Count {
  readonly path: string;
  readonly count: number | string | undefined;
  readonly least: number;
}

/** Only what is written as a number, with or without the sign; what FEEL gives is looked at when it runs. */
function checkCount(element: Element, { path, count, least }: Count): Problem[] {
  if (count === undefined || count === '') return [];
  const text = String(count).trim();
  const number = Number(expressionOf(text));
  if (isExpression(text) && Number.isNaN(number)) return [];
  if (Number.isInteger(number) && number >= least && number <= MAX_WRITTEN_ROUNDS) return [];
  const found = text.slice(0, 40);
  const message = `Expected a whole number from ${least} to ${MAX_WRITTEN_ROUNDS} at ${nameOf(element)}, but found “${found}”.`;
  return [error('loop-count-invalid', message, { elementId: element.id, path })];
}

function pairs(element: Element, { collection, elementVariable, outputCollection, outputElement }: MultiInstance): Problem[] {
  const problems: Problem[] = [];
  if (elementVariable && !isGiven(collection)) problems.push(withoutPartner(element, 'elementVariable', 'a list it is an item of'));
  if (isGiven(outputElement) && !outputCollection) problems.push(withoutPartner(element, 'outputElement', 'a list that gets it'));
  if (outputCollection && !isGiven(outputElement))
    problems.push(incomplete(element, 'loop.outputElement', `to say what each round adds to “${outputCollection}”`));
  return problems;
}

const withoutPartner = (element: Element, property: string, partner: string): Problem =>
  error('setting-not-allowed', `${capital(nameOf(element))} has “${property}”: expected it only with ${partner}, but there is none.`, {
    elementId: element.id,
    path: `loop.${property}`,
    fix: { type: 'set', id: element.id, property: `loop.${property}`, value: null, label: 'Take it away' },
  });

/** What an iteration may throw to its own border (BPMN 2.0.2, 10.3.8: an implicit throw event). */
const MAY_BE_THROWN: readonly TriggerType[] = ['message', 'signal', 'escalation', 'error', 'compensation'];

function checkEvents(element: Element, { behaviour, event, events = [] }: MultiInstance, context: RuleContext): Problem[] {
  const check = (trigger: SingleTrigger, path: string) => [
    ...checkThrown(element, trigger, path),
    ...checkTrigger({ trigger, path, element, isThrown: true }, context),
  ];
  const needed = behaviour === 'none' || behaviour === 'one';
  return [
    ...(needed && !event ? [eventMissing(element, 'loop.event')] : []),
    ...(behaviour === 'complex' && events.length === 0 ? [eventMissing(element, 'loop.events')] : []),
    ...(event ? check(event, 'loop.event') : []),
    ...events.flatMap((each, i) => [
      ...check(each.event, `loop.events.${i}.event`),
      ...(isGiven(each.condition) ? [] : [incomplete(element, `loop.events.${i}.condition`, 'to say when its event is thrown (a condition)')]),
    ]),
  ];
}

function checkThrown(element: Element, { type }: SingleTrigger, path: string): Problem[] {
  if (MAY_BE_THROWN.includes(type)) return [];
  const message = `Expected the rounds of ${nameOf(element)} to throw an event, but ${TRIGGERS[type].label.toLowerCase()} is none that is thrown.`;
  return [error('trigger-not-allowed', message, { elementId: element.id, path })];
}

const eventMissing = (element: Element, path: string): Problem =>
  error('loop-event-missing', `Expected ${nameOf(element)} to say which event its rounds throw, but it says none.`, { elementId: element.id, path });
const incomplete = (element: Element, path: string, what: string): Problem =>
  error('loop-incomplete', `Expected ${nameOf(element)} ${what}, but it does not.`, { elementId: element.id, path });
const isGiven = (value: string | number | undefined) => value !== undefined && String(value).trim() !== '';

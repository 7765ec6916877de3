import { isCron } from '../cron.ts';
import { isEventSubProcess } from '../elements/roles.ts';
import type { Element, TriggerOf } from '../graph.ts';
import { isIsoCycle, isIsoDuration, isIsoInstant } from '../iso-8601.ts';
import { capital, nameOf } from '../naming.ts';
import { error, type Problem, warning } from '../problem.ts';
import { isExpression } from '../text.ts';
import { isTimeZone } from '../time-zone.ts';
import { triggersOf } from '../triggers/triggers-of.ts';
import { forEachElement, type Rule, type RuleContext } from './rule.ts';

const KINDS = {
  date: { fits: isIsoInstant, expected: 'a date and time such as 2026-03-31T09:00:00Z' },
  duration: { fits: isIsoDuration, expected: 'a duration such as P2D or PT4H' },
  cycle: { fits: (text: string) => isIsoCycle(text) || isCron(text), expected: 'a repetition such as R3/PT1H or 0 9 * * MON-FRI' },
} as const;
type TimerKind = keyof typeof KINDS;
const TIMER_KINDS = Object.keys(KINDS) as TimerKind[];

interface TimerAt {
  readonly element: Element;
  readonly trigger: TriggerOf<'timer'>;
  readonly path: string;
}

/** A timer says exactly one of date, duration and cycle, in ISO 8601 or FEEL; only what stays beside a step can repeat. */
export const timersAreComplete: Rule = forEachElement((element, context) =>
  triggersOf(element).flatMap(({ trigger, path }) => (trigger.type === 'timer' ? checkTimer({ element, trigger, path }, context) : [])),
);

function checkTimer(timer: TimerAt, context: RuleContext): Problem[] {
  const { element, trigger, path } = timer;
  const where = { elementId: element.id, path };
  const given = TIMER_KINDS.filter((kind) => trigger[kind]?.trim());
  if (given.length === 0)
    return [error('timer-incomplete', `Expected ${nameOf(element)} to say when it goes off (a date or a duration), but it says nothing.`, where)];
  if (given.length > 1)
    return [error('timer-ambiguous', `Expected ${nameOf(element)} to have one of date, duration and cycle, but it has ${given.join(' and ')}.`, where)];
  return [...given.flatMap((kind) => checkKind(timer, kind, context)), ...checkTimeZone(timer)];
}

function checkKind({ element, trigger, path }: TimerAt, kind: TimerKind, context: RuleContext): Problem[] {
  const text = trigger[kind]?.trim() ?? '';
  const where = { elementId: element.id, path: `${path}.${kind}` };
  const isReadable = isExpression(text) || KINDS[kind].fits(text);
  return [
    ...(isReadable ? [] : [error('timer-invalid', `Expected ${KINDS[kind].expected} at ${nameOf(element)}, but found “${text}”.`, where)]),
    ...(kind === 'cycle' && !mayRepeat(element, context) ? [repeats(element, text, where)] : []),
  ];
}

/** What waits in the middle of a path may repeat a given number of times: the standard allows it, though hardly anybody means it. */
function repeats(element: Element, cycle: string, where: Partial<Problem>): Problem {
  const message = `${capital(nameOf(element))} repeats: expected a border event that does not interrupt its step, but it is something else.`;
  const isBounded = /^R\d+\//.test(cycle) || isExpression(cycle);
  return element.type === 'intermediateCatchEvent' && isBounded
    ? warning('cycle-not-allowed', `${message} The path goes on once for each time.`, where)
    : error('cycle-not-allowed', message, where);
}

/** Beside a step, beside the rest of an event sub-process's scope, or to start instances. */
function mayRepeat(element: Element, { index }: RuleContext): boolean {
  if (element.type === 'boundaryEvent') return element.cancelActivity === false;
  if (element.type !== 'startEvent') return false;
  const scope = element.parent === undefined ? undefined : index.element(element.parent);
  return !scope || (isEventSubProcess(scope) && element.isInterrupting === false);
}

function checkTimeZone({ element, trigger, path }: TimerAt): Problem[] {
  const zone = trigger.timeZone?.trim();
  if (!zone || isExpression(zone) || isTimeZone(zone)) return [];
  return [
    error('timer-invalid', `Expected a time zone such as Europe/Berlin at ${nameOf(element)}, but found “${zone}”.`, {
      elementId: element.id,
      path: `${path}.timeZone`,
    }),
  ];
}

import type { Element, TriggerOf } from '../graph.ts';
import { isIsoCycle, isIsoDuration, isIsoInstant } from '../iso-8601.ts';
import { capital, nameOf } from '../naming.ts';
import { error, type Problem } from '../problem.ts';
import { isExpression } from '../text.ts';
import { forEachElement, type Rule } from './rule.ts';

const KINDS = {
  date: { fits: isIsoInstant, expected: 'a date and time such as 2026-03-31T09:00:00Z' },
  duration: { fits: isIsoDuration, expected: 'a duration such as P2D or PT4H' },
  cycle: { fits: isIsoCycle, expected: 'a repetition such as R3/PT1H' },
} as const;
type TimerKind = keyof typeof KINDS;
const TIMER_KINDS = Object.keys(KINDS) as TimerKind[];

/** A timer says exactly one of date, duration and cycle, in ISO 8601 or FEEL; only what stays beside a step can repeat. */
export const timersAreComplete: Rule = forEachElement((element) => {
  if (!('trigger' in element) || element.trigger?.type !== 'timer') return [];
  const { trigger } = element;
  const given = TIMER_KINDS.filter((kind) => trigger[kind]?.trim());
  if (given.length === 0)
    return [
      error('timer-incomplete', `Expected ${nameOf(element)} to say when it goes off (a date or a duration), but it says nothing.`, {
        elementId: element.id,
        path: 'trigger',
      }),
    ];
  if (given.length > 1)
    return [
      error('timer-ambiguous', `Expected ${nameOf(element)} to have one of date, duration and cycle, but it has ${given.join(' and ')}.`, {
        elementId: element.id,
        path: 'trigger',
      }),
    ];
  return given.flatMap((kind) => checkKind(element, trigger, kind));
});

function checkKind(element: Element, trigger: TriggerOf<'timer'>, kind: TimerKind): Problem[] {
  const text = trigger[kind]?.trim() ?? '';
  const where = { elementId: element.id, path: `trigger.${kind}` };
  if (kind === 'cycle' && !mayRepeat(element)) {
    return [
      error(
        'cycle-not-allowed',
        `${capital(nameOf(element))} repeats: expected a border event that does not interrupt its step, but it is something else.`,
        where,
      ),
    ];
  }
  if (isExpression(text) || KINDS[kind].fits(text)) return [];
  return [error('timer-invalid', `Expected ${KINDS[kind].expected} at ${nameOf(element)}, but found “${text}”.`, where)];
}

const mayRepeat = (element: Element) => element.type === 'boundaryEvent' && element.cancelActivity === false;

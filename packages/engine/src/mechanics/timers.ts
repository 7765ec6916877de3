import { addDuration, beginCycle, followingDue, isTimeZone, nextDue, parseCycle, parseInstant, type Timed } from '@baton/expressions';
import type { Trigger } from '@baton/model';
import type { CompiledNode } from '../compiled-process.ts';
import type { Key } from '../event.ts';
import type { Execution } from '../execution.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { LiveTimer } from '../state.ts';
import { text } from './expressions.ts';
import { textOf } from './messages.ts';

/** When a timer is due, and how it goes on. */
export type Due = {
  readonly dueAt: number;
  readonly repetitionsLeft?: number;
  readonly interval?: string;
  readonly zone?: string;
  readonly catchesUpAll?: true;
};
export type TimerSetting = (x: Execution, node: CompiledNode, scope: Key) => Result<Due>;

type Reader = (value: string, now: number, zone: string) => Timed<Due>;
const at = (due: Timed<number>): Timed<Due> => (due.ok ? { ok: true, value: { dueAt: due.value } } : due);

const READERS = {
  date: (value, _now, zone) => at(parseInstant(value, zone)),
  duration: (value, now, zone) => at(addDuration(now, value, zone)),
  cycle: (value, now, zone) => {
    const cycle = parseCycle(value, zone);
    if (!cycle.ok) return cycle;
    const begun = beginCycle(cycle.value, now, zone);
    if (!begun.ok) return begun;
    const { repetitions } = cycle.value;
    return { ok: true, value: { ...begun.value, ...(repetitions === undefined ? {} : { repetitionsLeft: repetitions - 1 }) } };
  },
} satisfies { readonly [kind: string]: Reader };

const KINDS = ['date', 'duration', 'cycle'] as const;
const UTC = 'UTC';

/** Reads a timer's setting once; gives when it is due each time an element begins to listen. */
export function timerOf(trigger: Trigger | undefined): TimerSetting {
  const timer = trigger?.type === 'timer' ? trigger : undefined;
  const kind = KINDS.find((each) => timer?.[each]?.trim());
  const setting = kind && timer?.[kind]?.trim();
  if (!kind || !setting) return (_x, node) => fail('timer-invalid', `Expected “${node.label}” to say when it goes off, but it says nothing.`);
  const value = text(setting);
  const zoneOf = textOf('the time zone', timer?.timeZone);
  const catchesUpAll = kind === 'cycle' && timer?.catchUp === 'all';
  const read: Reader = READERS[kind];
  return (x, node, scope) => {
    const iso = value(x, node, scope);
    if (!iso.ok) return { ok: false, failure: { ...iso.failure, code: 'timer-invalid' } };
    if (typeof iso.value !== 'string')
      return fail('timer-invalid', `Expected ISO 8601 text for the timer of “${node.label}”, but got ${JSON.stringify(iso.value)}.`, setting);
    const zone = zoneOf ? zoneOf(x, node, scope) : succeed(UTC);
    if (!zone.ok) return { ok: false, failure: { ...zone.failure, code: 'timer-invalid' } };
    if (!isTimeZone(zone.value))
      return fail('timer-invalid', `Expected a time zone such as Europe/Berlin for the timer of “${node.label}”, but got “${zone.value}”.`);
    const due = read(iso.value, x.now, zone.value);
    if (!due.ok) return fail('timer-invalid', `${due.message} It is the timer of “${node.label}”.`, setting);
    const isCycle = due.value.interval !== undefined;
    return succeed({ ...due.value, ...(isCycle && zone.value !== UTC ? { zone: zone.value } : {}), ...(catchesUpAll ? { catchesUpAll } : {}) });
  };
}

/** The next turn of a cycle: from its due time, not from when it was noticed; what was missed meanwhile is skipped, or made up for. */
export function repeat(x: Execution, timer: LiveTimer): void {
  const { key, elementId, interval, repetitionsLeft, zone, catchesUpAll } = timer;
  if (interval === undefined || repetitionsLeft === 0) return;
  const due = catchesUpAll ? followingDue(timer.dueAt, interval, zone) : nextDue(timer.dueAt, interval, x.now, zone);
  if (!due.ok) return;
  x.emit({
    type: 'timer.scheduled',
    timerKey: x.draft.nextTimerKey,
    key,
    elementId,
    dueAt: due.value,
    interval,
    ...(repetitionsLeft === undefined ? {} : { repetitionsLeft: repetitionsLeft - 1 }),
    ...(zone === undefined ? {} : { zone }),
    ...(catchesUpAll ? { catchesUpAll } : {}),
  });
}

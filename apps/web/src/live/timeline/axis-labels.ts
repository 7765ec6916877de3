import { sayClock, sayClockExactly, sayDay } from '../words/when.ts';
import type { TimeAxis } from './time-axis.ts';

export type AxisLabel = { readonly text: string; readonly position: number };

/** Labels nearer than this to the one before would run into it. */
const APART = 0.12;

/** A day where it begins on the axis; within one day, times of day. */
export function axisLabels({ stretches }: TimeAxis, now: number): AxisLabel[] {
  const first = stretches[0]?.from ?? now;
  const last = stretches.at(-1)?.to ?? now;
  const isOneDay = sayDay(first, now) === sayDay(last, now);
  const isShort = last - first < 10 * 60_000;
  const say = isOneDay ? (isShort ? sayClockExactly : sayClock) : (at: number) => sayDay(at, now);
  const busy = stretches.filter(({ isIdle, from, to }, index) => !isIdle && (to > from || index === 0));

  const labels: AxisLabel[] = [];
  for (const { from, start } of busy) {
    const label = { text: say(from), position: start };
    if (hasRoom(label, labels.at(-1))) labels.push(label);
  }
  return labels;
}

const hasRoom = (label: AxisLabel, before: AxisLabel | undefined) =>
  label.position <= 1 - APART / 2 && (!before || (before.text !== label.text && label.position - before.position >= APART));

/** A stretch of time and where it lies on the axis, 0 to 1. Idle ones are drawn short, whatever they lasted. */
export type Stretch = { readonly from: number; readonly to: number; readonly isIdle: boolean; readonly start: number; readonly end: number };
export type TimeAxis = { readonly stretches: readonly Stretch[]; readonly position: (at: number) => number };

/** Nothing happened for an eighth of the whole: worth folding. Never under a minute. */
const IDLE_SHARE = 1 / 8;
const IDLE_AT_LEAST_MS = 60_000;
const IDLE_WIDTH = 0.06;
/** Busy stretches of seconds stay visible beside those of days. */
const BUSY_AT_LEAST = 0.04;

/** From the first of the moments (ms, ascending) to `until`, with the quiet between them folded. */
export function timeAxis(moments: readonly number[], until: number): TimeAxis {
  const first = moments[0] ?? until;
  const last = Math.max(until, moments.at(-1) ?? until, first + 1);
  const cuts = cutAtIdle(moments, first, last);
  const stretches = placed(cuts);
  return { stretches, position: (at) => positionOn(stretches, at) };
}

type Cut = { from: number; to: number; isIdle: boolean };

function cutAtIdle(moments: readonly number[], first: number, last: number): Cut[] {
  const isIdle = (ms: number) => ms >= Math.max(IDLE_AT_LEAST_MS, (last - first) * IDLE_SHARE);
  const cuts: Cut[] = [];
  let busyFrom = first;
  let before = first;
  for (const moment of [...moments.slice(1), last]) {
    if (isIdle(moment - before)) {
      cuts.push({ from: busyFrom, to: before, isIdle: false }, { from: before, to: moment, isIdle: true });
      busyFrom = moment;
    }
    before = moment;
  }
  return [...cuts, { from: busyFrom, to: last, isIdle: false }];
}

function placed(cuts: readonly Cut[]): Stretch[] {
  const busy = cuts.filter((cut) => !cut.isIdle);
  const room = 1 - (cuts.length - busy.length) * IDLE_WIDTH;
  const busyMs = busy.reduce((sum, cut) => sum + cut.to - cut.from, 0);
  const spare = room - busy.length * BUSY_AT_LEAST;
  const share = (cut: Cut) => (busyMs ? (cut.to - cut.from) / busyMs : Number(cut === busy[0]));

  let start = 0;
  return cuts.map((cut) => {
    const end = start + (cut.isIdle ? IDLE_WIDTH : BUSY_AT_LEAST + spare * share(cut));
    const stretch = { ...cut, start, end };
    start = end;
    return stretch;
  });
}

function positionOn(stretches: readonly Stretch[], at: number): number {
  const stretch = stretches.find(({ to }) => at <= to) ?? stretches.at(-1);
  if (!stretch) return 0;
  const part = stretch.to > stretch.from ? (at - stretch.from) / (stretch.to - stretch.from) : 0;
  return stretch.start + Math.min(1, Math.max(0, part)) * (stretch.end - stretch.start);
}

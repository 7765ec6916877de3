import type { LiveEvent } from '@baton/contract';
import { definitionOf, isElementType } from '@baton/model';
import { type GraphWords, isGateway } from '../graph-words.ts';
import { sayOrdinal } from '../words/when.ts';
import { instanceMoments } from './instance-moments.ts';
import { type Said, saidOfVisit } from './said-of-visit.ts';
import { type TimeAxis, timeAxis } from './time-axis.ts';
import { type Visit, visitsOf } from './visits.ts';

export type StepRow = Said & {
  readonly type: 'step';
  readonly id: string;
  readonly at: number;
  readonly until: number | null;
  readonly elementId: string;
  readonly elementType: string;
  readonly title: string;
  readonly depth: number;
  readonly isTechnical: boolean;
  readonly startSeq: number;
};
/** Something that happened to the whole: started, variables changed by hand, ended. */
export type MomentRow = Said & { readonly type: 'moment'; readonly id: string; readonly at: number; readonly title: string; readonly startSeq: number };
export type FoldedRow = { readonly type: 'folded'; readonly id: string; readonly at: number; readonly until: number; readonly rows: readonly StepRow[] };
export type IdleRow = { readonly type: 'idle'; readonly id: string; readonly ms: number };
export type TimelineRow = StepRow | MomentRow | FoldedRow | IdleRow;
export type Timeline = { readonly rows: readonly TimelineRow[]; readonly axis: TimeAxis };

export type TimelineOptions = { readonly isFolded: boolean; readonly now: number };

/** What the log says, apart from how it is shown: made once for each change of the log, not with every tick of the clock. */
export type Happenings = {
  readonly visits: readonly Visit[];
  readonly moments: readonly MomentRow[];
  /** When anything happened, ms, ascending. */
  readonly times: readonly number[];
  readonly endedAt: number | null;
};

export function happeningsOf(log: readonly LiveEvent[], words: GraphWords): Happenings {
  const end = log.findLast(({ type }) => type === 'instance.completed' || type === 'instance.cancelled');
  return {
    visits: visitsOf(log, (flowId) => words.flow(flowId)?.from).filter(({ element }) => element.elementType !== 'process'),
    moments: instanceMoments(log),
    times: log.map(({ at }) => Date.parse(at)).sort((a, b) => a - b),
    endedAt: end ? Date.parse(end.at) : null,
  };
}

/** What happened, latest first; with `isFolded`, quiet times are one line and runs of technical steps are one row. */
export function timelineOf({ visits, moments, times, endedAt }: Happenings, words: GraphWords, { isFolded, now }: TimelineOptions): Timeline {
  const steps = visits.map((visit) => stepRow(visit, words, now));
  const happened = [...steps, ...moments].sort((a, b) => a.at - b.at || a.startSeq - b.startSeq);
  const axis = timeAxis(times, endedAt ?? now);
  const rows = isFolded ? withIdleLines(foldTechnical(happened), axis) : happened;
  return { rows: [...rows].reverse(), axis };
}

function stepRow(visit: Visit, words: GraphWords, now: number): StepRow {
  const { element, nth } = visit;
  const name = words.nameOf(element.elementId);
  const said = saidOfVisit(visit, words, now);
  return {
    type: 'step',
    id: element.key,
    at: visit.startedAt,
    until: visit.endedAt,
    elementId: element.elementId,
    elementType: element.elementType,
    title: nth > 1 ? `${name}, ${sayOrdinal(nth)} time` : name,
    depth: visit.depth,
    isTechnical: isTechnical(visit),
    startSeq: visit.startSeq,
    ...said,
  };
}

const QUICK_MS = 10_000;

/** Passed by itself and at once, without trouble: nobody asks about it first. */
function isTechnical({ element, how, startedAt, endedAt, failures }: Visit): boolean {
  if (how !== 'completed' || failures.length || (endedAt ?? Number.POSITIVE_INFINITY) - startedAt > QUICK_MS) return false;
  const type = element.elementType;
  return isGateway(type) || type === 'startEvent' || type === 'endEvent' || (isElementType(type) && isAutomatic(type));
}

const isAutomatic = (type: Parameters<typeof definitionOf>[0]) => definitionOf(type).category === 'task' && type !== 'userTask';

/** A run of technical steps of the same depth becomes one row; a single one stays as it is. */
function foldTechnical(rows: readonly (StepRow | MomentRow)[]): (StepRow | MomentRow | FoldedRow)[] {
  const folded: (StepRow | MomentRow | FoldedRow)[] = [];
  let run: StepRow[] = [];
  const close = () => {
    const [first, second] = run;
    if (first && second)
      folded.push({ type: 'folded', id: `folded-${first.id}`, at: first.at, until: Math.max(...run.map(({ at, until }) => until ?? at)), rows: run });
    else folded.push(...run);
    run = [];
  };
  for (const row of rows) {
    const isTechnicalStep = row.type === 'step' && row.isTechnical;
    if (!isTechnicalStep || (run[0] && run[0].depth !== row.depth)) close();
    if (isTechnicalStep) run.push(row);
    else folded.push(row);
  }
  close();
  return folded;
}

/** Ascending rows with a line where the axis is idle between them. */
function withIdleLines(rows: readonly (StepRow | MomentRow | FoldedRow)[], axis: TimeAxis): TimelineRow[] {
  const idle = axis.stretches.filter((stretch) => stretch.isIdle);
  return rows.flatMap((row, index): TimelineRow[] => {
    const next = rows[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    const between = idle.filter(({ from, to }) => from >= row.at && to <= next);
    return [row, ...between.map(({ from, to }) => ({ type: 'idle' as const, id: `idle-${from}`, ms: to - from }))];
  });
}

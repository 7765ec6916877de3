import { describe, expect, it } from 'vitest';
import { graphWords } from '../graph-words.ts';
import { approved, commit, entered, invoiceGraph, logOf, matched, okafor, on, posted, reminded, started, stuck } from '../testing/invoice.ts';
import { happeningsOf, type TimelineOptions, type TimelineRow, timelineOf } from './timeline.ts';

const words = graphWords(invoiceGraph);
const now = on(18, 14, 3);
const tell = (log: ReturnType<typeof logOf>, options: TimelineOptions) => timelineOf(happeningsOf(log, words), words, options);
const brief = (row: TimelineRow) => {
  if (row.type === 'idle') return `~ ${row.ms}`;
  if (row.type === 'folded') return row.rows.map(({ title }) => title).join(' + ');
  return [row.title, row.word, row.detail].filter(Boolean).join(' | ');
};

describe('the timeline', () => {
  it('tells what happened, latest first, with idle times and technical steps folded', () => {
    const { rows } = tell(logOf(started, entered, matched, reminded), { isFolded: true, now });

    expect(rows.map(brief)).toEqual([
      `~ ${on(18, 14, 3) - on(17, 9, 40, 1)}`,
      'End | Done',
      'After 1 day | Fired',
      `~ ${on(17, 9, 40, 1) - on(16, 9, 40, 1)}`,
      'Approve invoice | Waiting for A. Meyer',
      'Match order + Amount?',
      'Enter invoice | Done | L. Okafor',
      'Invoice received | Done',
      'Process | Started | By L. Okafor',
    ]);
  });

  it('tells every step by itself when nothing is folded', () => {
    const { rows } = tell(logOf(started, entered, matched), { isFolded: false, now });

    expect(rows.map(brief).slice(0, 3)).toEqual(['Approve invoice | Waiting for A. Meyer', 'Amount? | Done | Over 1,000 EUR', 'Match order | Done']);
    expect(rows.every(({ type }) => type === 'step' || type === 'moment')).toBe(true);
  });

  it('says who decided what and why, and keeps a failed step out of the fold', () => {
    const log = logOf(started, entered, matched, approved, stuck);
    const { rows } = tell(log, { isFolded: true, now });

    expect(rows.map(brief)).toContain('Approve invoice | Done | A. Meyer: Approve it, “Fine”');
    expect(rows.map(brief)).toContain('Post to ledger | Needs attention | The ledger is closed');
  });

  it('ends with the instance', () => {
    const { rows, axis } = tell(logOf(started, entered, matched, approved, stuck, posted), { isFolded: true, now: on(30, 9) });

    expect(rows.map(brief).slice(0, 3)).toEqual(['Process | Finished', 'Invoice posted | Done', 'Post to ledger | Done | After a failed try']);
    expect(axis.stretches.at(-1)?.to).toBe(on(18, 14, 5));
  });

  it('numbers a step that is passed again', () => {
    const again = commit(on(16, 10), { type: 'element.started', key: 'e20', elementId: 'enter', elementType: 'userTask', scope: 'e1' });

    const { rows } = tell(logOf(started, entered, again), { isFolded: true, now });

    expect(rows.map(brief)).toContain('Enter invoice, 2nd time | Running');
  });

  it('shows a change of data by hand, and cancelling with its reason', () => {
    const changed = commit(on(16, 10), { type: 'variables.changed', scope: 'e1', values: { amount: 1, note: 'x' }, by: okafor });
    const cancelled = commit(
      on(16, 11),
      { type: 'element.cancelled', key: 'e3', elementId: 'enter' },
      { type: 'instance.cancelled', by: okafor, reason: 'Sent twice' },
    );

    const { rows } = tell(logOf(started, changed, cancelled), { isFolded: false, now });

    expect(rows.map(brief)).toEqual([
      'Process | Canceled | L. Okafor: “Sent twice”',
      'Data | Changed | L. Okafor: amount, note',
      'Enter invoice | Canceled',
      'Invoice received | Done',
      'Process | Started | By L. Okafor',
    ]);
  });

  it('indents what a sub-process holds', () => {
    const inside = commit(
      on(16, 10),
      { type: 'element.started', key: 's1', elementId: 'sub', elementType: 'subProcess', scope: 'e1' },
      { type: 'element.started', key: 's2', elementId: 'enter', elementType: 'userTask', scope: 's1' },
    );

    const { rows } = tell(logOf(started, inside), { isFolded: true, now });

    expect(rows.flatMap((row) => (row.type === 'step' ? [[row.elementId, row.depth]] : [])).slice(0, 2)).toEqual([
      ['enter', 1],
      ['sub', 0],
    ]);
  });
});

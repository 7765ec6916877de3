import type { LiveEvent, LiveEventOf } from '@baton/contract';
import type { MomentRow } from './timeline.ts';

/** Rows of what happened to the instance as a whole. */
export const instanceMoments = (log: readonly LiveEvent[]): MomentRow[] => log.flatMap(momentOf);

function momentOf(event: LiveEvent): MomentRow[] {
  const row = (title: string, status: MomentRow['status'], word: string, detail: string | null): MomentRow[] => [
    { type: 'moment', id: `at-${event.seq}`, at: Date.parse(event.at), startSeq: event.seq, title, status, word, detail },
  ];
  if (event.type === 'instance.started') return row('Process', 'done', 'Started', `By ${event.by.name}`);
  if (event.type === 'instance.completed') return row('Process', 'done', 'Finished', null);
  if (event.type === 'instance.cancelled') return row('Process', 'canceled', 'Canceled', whoAndWhy(event));
  if (event.type === 'variables.changed' && event.by) return row('Data', 'done', 'Changed', `${event.by.name}: ${Object.keys(event.values).join(', ')}`);
  return [];
}

const whoAndWhy = ({ by, reason }: LiveEventOf<'instance.cancelled'>) => (reason ? `${by.name}: “${reason}”` : `By ${by.name}`);

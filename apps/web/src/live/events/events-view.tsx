import type { LiveEvent } from '@baton/contract';
import { Checkbox } from '@mantine/core';
import { useMemo } from 'react';
import table from '../../ui/table.module.css';
import type { GraphWords } from '../graph-words.ts';
import { eventWords, isByPerson } from '../words/event-words.ts';
import { sayClockExactly, sayDay } from '../words/when.ts';
import styles from './events-view.module.css';

interface EventsViewProps {
  readonly log: readonly LiveEvent[];
  readonly words: GraphWords;
  readonly now: number;
  readonly isByPeopleOnly: boolean;
}

export const PeopleSwitch = ({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) => (
  <Checkbox size="xs" label="Only what people did" checked={isOn} onChange={(event) => onChange(event.currentTarget.checked)} />
);

/** As many rows as a person reads; the whole log is the API's. */
const SHOWN = 500;

/** The public log, event by event, latest first. */
export function EventsView({ log, words, now, isByPeopleOnly }: EventsViewProps) {
  const events = useMemo(() => (isByPeopleOnly ? log.filter(isByPerson) : log).toReversed(), [log, isByPeopleOnly]);
  return (
    <div className={styles.scroll}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col" className={table.right}>
              No.
            </th>
            <th scope="col">Time</th>
            <th scope="col">What happened</th>
            <th scope="col">Step</th>
            <th scope="col">Who</th>
            <th scope="col">Detail</th>
          </tr>
        </thead>
        <tbody>
          {events.slice(0, SHOWN).map((event) => (
            <Line key={event.seq} event={event} words={words} now={now} />
          ))}
        </tbody>
      </table>
      {events.length > SHOWN && (
        <p className={styles.more}>
          The latest {SHOWN} of {events.length} events.
        </p>
      )}
    </div>
  );
}

function Line({ event, words, now }: { event: LiveEvent; words: GraphWords; now: number }) {
  const { what, elementId, by, detail } = eventWords(event, words, now);
  const at = Date.parse(event.at);
  return (
    <tr>
      <td className={table.right}>{event.seq}</td>
      <td>
        <time dateTime={event.at}>
          {sayDay(at, now)} {sayClockExactly(at)}
        </time>
      </td>
      <td className={table.name}>{what}</td>
      <td>{elementId ? words.nameOf(elementId) : ''}</td>
      <td>{by?.name}</td>
      <td title={detail ?? undefined}>{detail}</td>
    </tr>
  );
}

import type { LiveEvent } from '@baton/contract';
import { Checkbox } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Fragment, useMemo, useState } from 'react';
import { classNames } from '../../theme/class-names.ts';
import type { GraphWords } from '../graph-words.ts';
import { StatusWord } from '../status-word.tsx';
import { StepIcon } from '../step-icon.tsx';
import { sayClock, sayClockExactly, sayDay, sayDuration } from '../words/when.ts';
import { axisLabels } from './axis-labels.ts';
import { Bar, type BarProps, IdleBands } from './bars.tsx';
import type { TimeAxis } from './time-axis.ts';
import { type FoldedRow, happeningsOf, type MomentRow, type StepRow, type TimelineRow, timelineOf } from './timeline.ts';
import styles from './timeline-table.module.css';

interface TimelineTableProps {
  readonly log: readonly LiveEvent[];
  readonly words: GraphWords;
  readonly now: number;
  readonly isFolded: boolean;
  readonly selectedId: string | undefined;
  readonly onSelect: (elementId: string) => void;
}

/** They move with every tick of the clock, so not all of a long log at once. */
const ROWS_AT_ONCE = 200;

export const FoldSwitch = ({ isFolded, onChange }: { isFolded: boolean; onChange: (isFolded: boolean) => void }) => (
  <Checkbox size="xs" label="Fold idle time and technical steps" checked={isFolded} onChange={(event) => onChange(event.currentTarget.checked)} />
);

/** What happened when, by whom and for how long; latest first. */
export function TimelineTable({ log, words, now, isFolded, selectedId, onSelect }: TimelineTableProps) {
  const happenings = useMemo(() => happeningsOf(log, words), [log, words]);
  const { rows, axis } = useMemo(() => timelineOf(happenings, words, { isFolded, now }), [happenings, words, isFolded, now]);
  const [shown, setShown] = useState(ROWS_AT_ONCE);
  const days = daysOf(rows, now);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.when}>
            Time
          </th>
          <th scope="col">Step</th>
          <th scope="col">What happened</th>
          <th scope="col" className={styles.took}>
            Took
          </th>
          <th scope="col" className={styles.bars}>
            <span className="visually-hidden">On the time axis</span>
            <div className={styles.axis} aria-hidden="true">
              {axisLabels(axis, now).map(({ text, position }) => (
                <span key={text} style={{ left: `${position * 100}%` }}>
                  {text}
                </span>
              ))}
            </div>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, shown).map((row) => (
          <Row key={row.id} row={row} day={days.get(row.id) ?? null} axis={axis} now={now} selectedId={selectedId} onSelect={onSelect} />
        ))}
        {rows.length > shown && (
          <tr>
            <td colSpan={5}>
              <button type="button" className={classNames('link', styles.more)} onClick={() => setShown(shown + ROWS_AT_ONCE)}>
                Show what happened earlier
              </button>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** The day is said once, at its first row. */
function daysOf(rows: readonly TimelineRow[], now: number): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  let before: string | null = null;
  for (const row of rows) {
    if (row.type === 'idle') continue;
    const day = sayDay(row.at, now);
    if (day !== before) days.set(row.id, day);
    before = day;
  }
  return days;
}

interface RowProps<R> extends Pick<TimelineTableProps, 'now' | 'selectedId' | 'onSelect'> {
  readonly row: R;
  readonly day: string | null;
  readonly axis: TimeAxis;
}

function Row({ row, ...rest }: RowProps<TimelineRow>) {
  if (row.type === 'idle') return <IdleLine ms={row.ms} />;
  if (row.type === 'folded') return <Folded row={row} {...rest} />;
  return row.type === 'step' ? <Step row={row} {...rest} /> : <Moment row={row} {...rest} />;
}

const IdleLine = ({ ms }: { ms: number }) => (
  <tr className={styles.idle}>
    <td />
    <td colSpan={4}>
      <p>No activity for {sayDuration(ms)}</p>
    </td>
  </tr>
);

const When = ({ at, day, now }: { at: number; day: string | null; now: number }) => (
  <td className={styles.when}>
    <time dateTime={new Date(at).toISOString()} title={`${sayDay(at, now)} ${sayClockExactly(at)}`}>
      <b>{day}</b>
      <span>{sayClock(at)}</span>
    </time>
  </td>
);

/** Nothing for what was over at once. */
const took = (from: number, until: number) => (until > from ? sayDuration(until - from) : null);

function Step({ row, day, axis, now, selectedId, onSelect, isInFold = false }: RowProps<StepRow> & { readonly isInFold?: boolean }) {
  const until = row.until ?? now;
  return (
    <tr className={classNames(row.isTechnical && styles.technical, isInFold && styles.inFold, row.elementId === selectedId && styles.selected)}>
      <When at={row.at} day={day} now={now} />
      <td>
        <button type="button" className={styles.step} style={{ paddingLeft: row.depth * 16 }} onClick={() => onSelect(row.elementId)}>
          <StepIcon type={row.elementType} />
          <span className="cut">{row.title}</span>
        </button>
      </td>
      <td className={styles.what}>
        <StatusWord status={row.status}>{row.word}</StatusWord> {row.detail}
      </td>
      <td className={styles.took}>{row.until === null ? `${sayDuration(until - row.at)} so far` : took(row.at, until)}</td>
      <td className={styles.bars}>
        <OnAxis axis={axis} from={row.at} to={until} status={row.status} />
      </td>
    </tr>
  );
}

const Moment = ({ row, day, axis, now }: RowProps<MomentRow>) => (
  <tr>
    <When at={row.at} day={day} now={now} />
    <td>
      <span className={styles.step}>
        <StepIcon type="process" />
        {row.title}
      </span>
    </td>
    <td className={styles.what}>
      <StatusWord status={row.status}>{row.word}</StatusWord> {row.detail}
    </td>
    <td />
    <td className={styles.bars}>
      <OnAxis axis={axis} from={row.at} to={row.at} status={row.status} />
    </td>
  </tr>
);

function Folded({ row, day, axis, now, ...rest }: RowProps<FoldedRow>) {
  const [isOpen, setIsOpen] = useState(false);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <Fragment>
      <tr className={styles.technical}>
        <When at={row.at} day={day} now={now} />
        <td>
          <button type="button" className={styles.step} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            <Chevron className={classNames('icon', styles.chevron)} aria-hidden="true" />
            {row.rows.length} technical steps
          </button>
        </td>
        <td className={styles.what}>
          <StatusWord status="done">Done</StatusWord> {row.rows.map(({ title, detail }) => (detail ? `${title} ${detail}` : title)).join(', ')}
        </td>
        <td className={styles.took}>{took(row.at, row.until)}</td>
        <td className={styles.bars}>
          <OnAxis axis={axis} from={row.at} to={row.until} status="done" />
        </td>
      </tr>
      {isOpen && [...row.rows].reverse().map((step) => <Step key={step.id} row={step} day={null} axis={axis} now={now} isInFold {...rest} />)}
    </Fragment>
  );
}

const OnAxis = (props: BarProps) => (
  <div className={styles.axis}>
    <IdleBands axis={props.axis} />
    <Bar {...props} />
  </div>
);

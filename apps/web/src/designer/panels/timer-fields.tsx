import { isExpression, type TriggerOf } from '@baton/model';
import { Group, NativeSelect, NumberInput, SegmentedControl, Switch } from '@mantine/core';
import { checkFeel, checkText } from './check-feel.ts';
import { CommitField } from './commit-field.tsx';
import { DateField } from './date-field.tsx';
import { NextTimes } from './next-times.tsx';
import styles from './panels.module.css';
import { SuggestField } from './suggest-field.tsx';

type Kind = 'duration' | 'date' | 'cycle';

const UNITS = { minutes: 'M', hours: 'H', days: 'D', weeks: 'W' } as const;
type Unit = keyof typeof UNITS;
const DURATION = /^P(?:T(\d+)([MH])|(\d+)([DW]))$/;

function parseDuration(text: string): { amount: number; unit: Unit } | null {
  const [, time, timeUnit, days, dayUnit] = DURATION.exec(text) ?? [];
  const letter = timeUnit ?? dayUnit;
  const unit = (Object.keys(UNITS) as Unit[]).find((name) => UNITS[name] === letter);
  return unit ? { amount: Number(time ?? days), unit } : null;
}
const formatDuration = (amount: number, unit: Unit) => (unit === 'minutes' || unit === 'hours' ? `PT${amount}${UNITS[unit]}` : `P${amount}${UNITS[unit]}`);

type Timer = TriggerOf<'timer'>;

interface TimerFieldsProps {
  readonly timer: Timer;
  readonly onChange: (timer: Timer) => void;
  /** It may go off again and again. */
  readonly canRepeat: boolean;
}

const FIRST = { duration: 'P1D', date: '', cycle: 'R3/P1D' } as const;
/** Every weekday at nine, every Monday, the first of the month; each day without end, three times. */
const REPETITIONS = ['0 9 * * MON-FRI', '0 9 * * MON', '0 9 1 * *', 'R/P1D', 'R3/P1D'];
const TIME_ZONES = Intl.supportedValuesOf('timeZone');

/** When a timer goes off: after a time, at a date, or again and again. */
export function TimerFields({ timer, onChange, canRepeat }: TimerFieldsProps) {
  const kind: Kind = timer.date !== undefined ? 'date' : timer.cycle !== undefined ? 'cycle' : 'duration';
  const { timeZone, catchUp } = timer;
  const zone = timeZone === undefined ? {} : { timeZone };
  const write = (property: Kind, value: string) =>
    onChange({ type: 'timer', [property]: value, ...zone, ...(property === 'cycle' && catchUp ? { catchUp } : {}) });
  return (
    <section className={styles.fields} aria-label="When">
      <h3 className={styles.heading}>When</h3>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label="Kind of timer"
        value={kind}
        onChange={(value) => write(value as Kind, FIRST[value as Kind])}
        data={[
          { value: 'duration', label: 'After' },
          { value: 'date', label: 'On a date' },
          ...(canRepeat || kind === 'cycle' ? [{ value: 'cycle', label: 'Again and again' }] : []),
        ]}
      />
      {kind === 'duration' && <Duration value={timer.duration ?? ''} onChange={(value) => write('duration', value)} />}
      {kind === 'date' && <DateField value={timer.date ?? ''} onChange={(value) => write('date', value)} />}
      {kind === 'cycle' && (
        <>
          <SuggestField
            label="Repetition"
            description="ISO 8601 or cron: minute, hour, day, month, weekday"
            value={timer.cycle ?? ''}
            check={checkText}
            suggestions={REPETITIONS}
            onCommit={(value) => write('cycle', value.trim())}
            isCode
          />
          <NextTimes cycle={timer.cycle ?? ''} timeZone={timeZone} />
          <Switch
            size="xs"
            label="Makes up for missed times"
            description="After downtime: each missed time, not only one"
            checked={catchUp === 'all'}
            onChange={(event) => onChange({ type: 'timer', cycle: timer.cycle ?? '', ...zone, ...(event.currentTarget.checked ? { catchUp: 'all' } : {}) })}
          />
        </>
      )}
      <SuggestField
        label="Time zone"
        description="Whose clock it goes by; without one, UTC"
        placeholder="Europe/Berlin"
        value={timeZone ?? ''}
        suggestions={TIME_ZONES}
        onCommit={(value) => {
          const { timeZone: _before, ...rest } = timer;
          onChange(value.trim() ? { ...rest, timeZone: value.trim() } : rest);
        }}
      />
    </section>
  );
}

function Duration({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const parsed = value === '' ? { amount: 1, unit: 'days' as Unit } : parseDuration(value);
  if (!parsed || isExpression(value)) {
    return (
      <CommitField
        label="Duration"
        description="ISO 8601 such as P2DT4H, or a formula"
        value={value}
        check={(text) => (isExpression(text) ? checkFeel(text) : null)}
        onCommit={onChange}
        isCode
      />
    );
  }
  return (
    <Group gap={6} wrap="nowrap">
      <NumberInput
        size="xs"
        w={96}
        aria-label="How long"
        min={1}
        max={10_000}
        allowDecimal={false}
        value={parsed.amount}
        placeholder={value === '' ? 'Not set' : ''}
        onChange={(amount) => {
          if (typeof amount === 'number' && amount >= 1) onChange(formatDuration(amount, parsed.unit));
        }}
      />
      <NativeSelect
        size="xs"
        aria-label="Unit"
        value={parsed.unit}
        data={Object.keys(UNITS)}
        onChange={(event) => onChange(formatDuration(parsed.amount, event.currentTarget.value as Unit))}
      />
    </Group>
  );
}

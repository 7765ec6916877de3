import { type ElementOf, isExpression } from '@baton/model';
import { Group, NativeSelect, NumberInput, SegmentedControl } from '@mantine/core';
import { checkFeel, checkText } from './check-feel.ts';
import { CommitField } from './commit-field.tsx';
import styles from './panels.module.css';
import { useElementEdit } from './use-element-edit.ts';

type Waiting = ElementOf<'intermediateCatchEvent'> | ElementOf<'boundaryEvent'>;
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

/** When a timer goes off: after a time, at a date, or again and again. */
export function TimerPart({ element, canRepeat }: { readonly element: Waiting; readonly canRepeat: boolean }) {
  const set = useElementEdit(element.id);
  const timer = element.trigger?.type === 'timer' ? element.trigger : undefined;
  const kind: Kind = timer?.date !== undefined ? 'date' : timer?.cycle !== undefined ? 'cycle' : 'duration';
  const write = (property: Kind, value: string) => set({ trigger: { type: 'timer', [property]: value } });
  const FIRST = { duration: 'P1D', date: '=', cycle: 'R3/P1D' } as const;
  return (
    <section className={styles.condition} aria-label="When">
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
      {kind === 'duration' && <Duration value={timer?.duration ?? ''} onChange={(value) => write('duration', value)} />}
      {kind === 'date' && (
        <CommitField
          label="Date"
          description="2026-12-24T09:00:00Z, or a formula such as = dueDate"
          value={timer?.date ?? ''}
          check={checkText}
          onCommit={(value) => write('date', value)}
          isCode
        />
      )}
      {kind === 'cycle' && (
        <CommitField
          label="Repetition"
          description="R3/P1D: three times, every day"
          value={timer?.cycle ?? ''}
          check={checkText}
          onCommit={(value) => write('cycle', value)}
          isCode
        />
      )}
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

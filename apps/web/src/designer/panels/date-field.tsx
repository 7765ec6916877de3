import { isExpression } from '@baton/model';
import { Switch, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { CommitField } from './commit-field.tsx';
import { FormulaField } from './formula-field.tsx';

/** What a date-time control of the browser can show: no offset, no fractions. */
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;

interface DateFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A point in time: chosen, or by formula. What a calendar can't show, such as an offset, stays a text. */
export function DateField({ value, onChange }: DateFieldProps) {
  const isFormula = isExpression(value);
  return (
    <>
      {isFormula ? (
        <FormulaField
          label="Date"
          description="A formula that gives a date, such as = dueDate"
          value={value}
          offers={({ type }) => type === 'date' || type === 'any'}
          onCommit={onChange}
        />
      ) : value === '' || LOCAL.test(value) ? (
        <Calendar value={value} onChange={onChange} />
      ) : (
        <CommitField label="Date" description="ISO 8601, such as 2026-12-24T09:00:00+01:00" value={value} onCommit={onChange} isCode />
      )}
      <Switch size="xs" label="By formula" checked={isFormula} onChange={(event) => onChange(event.currentTarget.checked ? '=' : '')} />
    </>
  );
}

function Calendar({ value, onChange }: DateFieldProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return (
    <TextInput
      size="xs"
      type="datetime-local"
      label="Date"
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text !== value) onChange(text);
      }}
    />
  );
}

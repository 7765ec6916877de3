import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { firstValue, formatCondition, OPERATORS, type Operator, operatorsFor, parseCondition, type SimpleCondition } from '../condition.ts';
import type { KnownVariable } from '../known-variables.ts';
import { checkFeel } from './check-feel.ts';
import { CommitField } from './commit-field.tsx';
import styles from './panels.module.css';

interface ConditionEditorProps {
  readonly label: string;
  readonly condition: string;
  readonly variables: readonly KnownVariable[];
  readonly onChange: (condition: string) => void;
}

type Mode = 'choose' | 'formula';

/** A condition by choosing variable, comparison and value; or, for what that can't say, as a formula (FEEL). */
export function ConditionEditor({ label, condition, variables, onChange }: ConditionEditorProps) {
  const simple = parseCondition(condition);
  const canChoose = condition.trim() === '' || simple !== null;
  const [mode, setMode] = useState<Mode>(canChoose && variables.length > 0 ? 'choose' : 'formula');
  const shown = canChoose ? mode : 'formula';
  return (
    <fieldset className={styles.condition} aria-label={label}>
      <div className={styles.conditionHead}>
        <legend>{label}</legend>
        <SegmentedControl
          size="xs"
          aria-label={`How to say: ${label}`}
          value={shown}
          disabled={!canChoose}
          onChange={(value) => setMode(value === 'formula' ? 'formula' : 'choose')}
          data={[
            { value: 'choose', label: 'Choose' },
            { value: 'formula', label: 'Formula' },
          ]}
        />
      </div>
      {shown === 'choose' ? (
        <Chooser simple={simple} variables={variables} onChange={onChange} />
      ) : (
        <CommitField
          label="Formula (FEEL)"
          value={condition}
          onCommit={(text) => onChange(text.trim())}
          check={checkFeel}
          isCode
          isMultiline
          placeholder="amount > 1000"
        />
      )}
    </fieldset>
  );
}

interface ChooserProps {
  readonly simple: SimpleCondition | null;
  readonly variables: readonly KnownVariable[];
  readonly onChange: (condition: string) => void;
}

function Chooser({ simple, variables, onChange }: ChooserProps) {
  const known = variables.find(({ name }) => name === simple?.variable);
  const names = [
    ...variables.map(({ name, label }) => ({ value: name, label })),
    ...(simple && !known ? [{ value: simple.variable, label: simple.variable }] : []),
  ];
  const write = (next: SimpleCondition) =>
    onChange(
      formatCondition(
        next,
        variables.find(({ name }) => name === next.variable),
      ),
    );
  const choose = (variable: string) => {
    const chosen = variables.find(({ name }) => name === variable);
    if (variable) write({ variable, operator: chosen?.type === 'number' || chosen?.type === 'money' ? '>' : '=', value: firstValue(chosen) });
  };
  if (variables.length === 0 && !simple)
    return <p className={styles.hint}>There is nothing to ask for yet. Add a field to a form or an Approval before this Decision.</p>;
  return (
    <div className={styles.chooser}>
      <NativeSelect
        size="xs"
        aria-label="What is asked"
        value={simple?.variable ?? ''}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[...(simple ? [] : [{ value: '', label: 'Choose …' }]), ...names]}
      />
      {simple && (
        <>
          <NativeSelect
            size="xs"
            aria-label="Comparison"
            value={simple.operator}
            onChange={(event) => write({ ...simple, operator: event.currentTarget.value as Operator })}
            data={operatorsFor(known).map((operator) => ({ value: operator, label: OPERATORS[operator] }))}
          />
          <ValueField simple={simple} known={known} onChange={(value) => write({ ...simple, value })} />
        </>
      )}
    </div>
  );
}

function ValueField({
  simple,
  known,
  onChange,
}: {
  readonly simple: SimpleCondition;
  readonly known: KnownVariable | undefined;
  readonly onChange: (value: string) => void;
}) {
  const [text, setText] = useState(simple.value);
  useEffect(() => setText(simple.value), [simple.value]);
  const choices =
    known?.choices ??
    (known?.type === 'yesNo'
      ? [
          { value: 'true', label: 'Yes' },
          { value: 'false', label: 'No' },
        ]
      : undefined);
  if (choices) {
    return (
      <NativeSelect
        size="xs"
        aria-label="Value"
        value={simple.value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={choices.map(({ value, label }) => ({ value, label }))}
      />
    );
  }
  const isNumber = known?.type === 'number' || known?.type === 'money';
  const commit = () => {
    if (text !== simple.value) onChange(text);
  };
  return (
    <TextInput
      size="xs"
      aria-label="Value"
      type={known?.type === 'date' ? 'date' : 'text'}
      inputMode={isNumber ? 'decimal' : 'text'}
      value={text}
      error={isNumber && !/^-?\d+(\.\d+)?$/.test(text) ? 'A number, such as 1000 or 99.5' : null}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}

import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatNumber, parseNumber } from './number-text.ts';

/** A text that is only taken over when it is right; until then it stays as typed, with a word why. */
export function CheckedText({
  label,
  hint,
  value,
  list,
  problemOf,
  onCommit,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly list?: string;
  readonly problemOf: (text: string) => string | null;
  readonly onCommit: (text: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      size="xs"
      label={label}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoComplete="off"
      {...(list ? { list } : {})}
      value={typed ?? value}
      error={typed === null ? null : problemOf(typed)}
      onBlur={() => setTyped(null)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        if (problemOf(text) === null) onCommit(text);
      }}
    />
  );
}

/** A number that may be left out. */
export function LimitText({
  label,
  value,
  onCommit,
}: {
  readonly label: string;
  readonly value: number | undefined;
  readonly onCommit: (value: number | undefined) => void;
}) {
  const locale = navigator.language;
  return (
    <CheckedText
      label={label}
      value={value === undefined ? '' : formatNumber(value, locale)}
      problemOf={(text) => (text.trim() === '' || parseNumber(text, locale) !== undefined ? null : 'Enter a number.')}
      onCommit={(text) => onCommit(text.trim() === '' ? undefined : parseNumber(text, locale))}
    />
  );
}

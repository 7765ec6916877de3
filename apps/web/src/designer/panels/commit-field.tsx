import { Textarea, TextInput, type TextInputProps } from '@mantine/core';
import { type KeyboardEvent, useEffect, useState, useSyncExternalStore } from 'react';
import { loadedCheck, onFeelLoaded } from '../feel.ts';

export interface CommitFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onCommit: (value: string) => void;
  readonly description?: string | undefined;
  readonly placeholder?: string | undefined;
  /** What is wrong with a text, while it is typed. */
  readonly check?: ((value: string) => string | null) | undefined;
  readonly isMultiline?: boolean | undefined;
  readonly isCode?: boolean | undefined;
  readonly rightSection?: TextInputProps['rightSection'];
}

/** A text of the draft: typed freely, written when the field is left or Enter is pressed, so that it is one undo step. */
export function CommitField({ label, value, onCommit, description, placeholder, check, isMultiline, isCode, rightSection }: CommitFieldProps) {
  const [text, setText] = useState(value);
  // Says what is wrong with a formula as soon as it can be checked.
  useSyncExternalStore(onFeelLoaded, loadedCheck);
  useEffect(() => setText(value), [value]);
  const commit = () => {
    if (text !== value) onCommit(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (!isMultiline || event.ctrlKey || event.metaKey)) commit();
    if (event.key !== 'Escape' || text === value) return;
    event.stopPropagation();
    setText(value);
  };
  const shared = {
    size: 'xs',
    label,
    description,
    placeholder,
    value: text,
    error: text.trim() ? check?.(text) : null,
    onBlur: commit,
    onKeyDown,
    ...(isCode ? { styles: { input: { fontFamily: 'var(--mono)', fontSize: 12 } }, spellCheck: false } : {}),
  } as const;
  return isMultiline ? (
    <Textarea {...shared} autosize minRows={2} maxRows={8} onChange={(event) => setText(event.currentTarget.value)} />
  ) : (
    <TextInput {...shared} rightSection={rightSection} onChange={(event) => setText(event.currentTarget.value)} />
  );
}

import { Autocomplete } from '@mantine/core';
import { type KeyboardEvent, useEffect, useState, useSyncExternalStore } from 'react';
import { loadedCheck, onFeelLoaded } from '../feel.ts';
import type { CommitFieldProps } from './commit-field.tsx';

interface SuggestFieldProps extends Pick<CommitFieldProps, 'label' | 'value' | 'onCommit' | 'description' | 'placeholder' | 'check' | 'isCode'> {
  /** What can be chosen instead of typed. */
  readonly suggestions: readonly string[];
}

/** As a CommitField, with what is used already on offer; anything else may be typed. */
export function SuggestField({ label, value, onCommit, description, placeholder, check, isCode, suggestions }: SuggestFieldProps) {
  const [text, setText] = useState(value);
  const [isOpen, setOpen] = useState(false);
  useSyncExternalStore(onFeelLoaded, loadedCheck);
  useEffect(() => setText(value), [value]);
  const commit = (next: string) => {
    setOpen(false);
    if (next !== value) onCommit(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && (isOpen || text !== value)) {
      event.stopPropagation();
      setText(value);
      setOpen(false);
    }
    if (event.key === 'ArrowDown') setOpen(true);
  };
  return (
    <Autocomplete
      size="xs"
      label={label}
      description={description}
      placeholder={placeholder}
      value={text}
      error={text.trim() ? check?.(text) : null}
      data={[...suggestions]}
      limit={50}
      dropdownOpened={isOpen && suggestions.length > 0}
      onDropdownClose={() => setOpen(false)}
      onChange={(next) => {
        setText(next);
        setOpen(true);
      }}
      onClick={() => setOpen(true)}
      onOptionSubmit={(next) => {
        setText(next);
        commit(next);
      }}
      onBlur={() => commit(text)}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => {
        if (event.key === 'Enter' && !isOpen) commit(text);
      }}
      {...(isCode ? { styles: { input: { fontFamily: 'var(--mono)', fontSize: 12 } }, spellCheck: false } : {})}
    />
  );
}

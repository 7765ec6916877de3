import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../frame/use-shortcuts.ts';
import styles from './filter-field.module.css';
import { Key } from './key.tsx';

interface FilterFieldProps {
  readonly label: string;
  readonly value: string;
  /** Told when the typing pauses. */
  readonly onChange: (value: string) => void;
}

const PAUSE_MS = 250;

/** Words that narrow a list. `/` goes there, Esc empties it. */
export function FilterField({ label, value, onChange }: FilterFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  useShortcuts('This list', [{ keys: '/', label: 'Go to the filter', run: () => input.current?.focus() }]);
  useEffect(() => {
    // Changed from outside, by "Clear filters" or the back button.
    if (value !== told.current) {
      told.current = value;
      setTyped(value);
    }
  }, [value]);
  useEffect(() => {
    if (typed === told.current) return;
    const timer = setTimeout(() => {
      told.current = typed;
      onChange(typed);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, onChange]);
  return (
    <TextInput
      ref={input}
      className={styles.field ?? ''}
      size="xs"
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        setTyped('');
        if (!typed) event.currentTarget.blur();
      }}
      leftSection={<IconSearch className="icon" aria-hidden="true" />}
      rightSection={typed ? <CloseButton size="sm" aria-label="Clear" onClick={() => setTyped('')} /> : <Key>/</Key>}
    />
  );
}

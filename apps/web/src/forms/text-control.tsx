import { Textarea, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { FIELD_STYLES, type FieldControlProps, WRAPPER_ORDER } from './field-control.ts';
import styles from './form.module.css';

const textOf = (value: FieldControlProps['value']) => (typeof value === 'string' ? value : value === null ? '' : String(value));

export function TextControl({ field, id, value, label, hint, error, onChange }: FieldControlProps) {
  return (
    <TextInput
      id={id}
      label={label}
      description={hint}
      error={error}
      inputWrapperOrder={WRAPPER_ORDER}
      styles={FIELD_STYLES}
      aria-required={field.required ?? false}
      autoComplete="off"
      value={textOf(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

export function LongTextControl({ field, id, value, label, hint, error, onChange }: FieldControlProps) {
  return (
    <Textarea
      id={id}
      label={label}
      description={hint}
      error={error}
      inputWrapperOrder={WRAPPER_ORDER}
      styles={FIELD_STYLES}
      aria-required={field.required ?? false}
      rows={3}
      resize="vertical"
      value={textOf(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** The browser's own date field: typed, picked, or turned on a phone's wheel, in the reader's own order of day and month. */
export function DateControl({ field, id, value, label, hint, error, onChange }: FieldControlProps) {
  return (
    <TextInput
      id={id}
      type="date"
      classNames={{ input: styles.date ?? '' }}
      rightSection={<IconCalendar className="icon" aria-hidden />}
      rightSectionPointerEvents="none"
      label={label}
      description={hint}
      error={error}
      inputWrapperOrder={WRAPPER_ORDER}
      styles={FIELD_STYLES}
      aria-required={field.required ?? false}
      value={textOf(value).slice(0, 10)}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}

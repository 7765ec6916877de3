import { Textarea, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { controlProps, type FieldControlProps } from './field-control.ts';
import styles from './form.module.css';

const textOf = (value: FieldControlProps['value']) => (typeof value === 'string' ? value : value === null ? '' : String(value));

export function TextControl(props: FieldControlProps) {
  return <TextInput {...controlProps(props)} autoComplete="off" value={textOf(props.value)} onChange={(event) => props.onChange(event.currentTarget.value)} />;
}

export function LongTextControl(props: FieldControlProps) {
  return (
    <Textarea {...controlProps(props)} rows={3} resize="vertical" value={textOf(props.value)} onChange={(event) => props.onChange(event.currentTarget.value)} />
  );
}

/** The browser's own date field: typed, picked, or turned on a phone's wheel, in the reader's own order of day and month. */
export function DateControl(props: FieldControlProps) {
  return (
    <TextInput
      {...controlProps(props)}
      type="date"
      classNames={{ input: styles.date ?? '' }}
      rightSection={<IconCalendar className="icon" aria-hidden />}
      rightSectionPointerEvents="none"
      value={textOf(props.value).slice(0, 10)}
      onChange={(event) => props.onChange(event.currentTarget.value || null)}
    />
  );
}

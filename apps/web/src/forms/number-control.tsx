import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { controlProps, type FieldControlProps } from './field-control.ts';
import type { FieldValue } from './form-values.ts';
import { formatMoney, formatNumber, parseNumber } from './number-text.ts';

type NumberControlProps = FieldControlProps & { readonly unit?: string | undefined; readonly format: (value: number) => string };

/** What was typed if it isn't a number: the check says so, and nothing of it is lost. */
const typedValue = (typed: string, locale: string): FieldValue => (typed.trim() === '' ? null : (parseNumber(typed, locale) ?? typed));

/** Written as the locale writes numbers; while somebody types it stays as typed. */
function NumberText({ unit, format, ...props }: NumberControlProps) {
  const { field, value, locale, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typeof value === 'number' ? format(value) : typeof value === 'string' ? value : '';
  return (
    <TextInput
      {...controlProps(props)}
      autoComplete="off"
      // The numeric keyboard of a phone has no minus.
      inputMode={field.min !== undefined && field.min < 0 ? 'text' : 'decimal'}
      rightSection={unit}
      rightSectionWidth={unit ? 56 : 0}
      rightSectionPointerEvents="none"
      value={typed ?? shown}
      onFocus={() => setTyped(shown)}
      onBlur={() => setTyped(null)}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(typedValue(event.currentTarget.value, locale));
      }}
    />
  );
}

export const NumberControl = (props: FieldControlProps) => <NumberText {...props} format={(value) => formatNumber(value, props.locale)} />;

export const MoneyControl = (props: FieldControlProps) => (
  <NumberText {...props} unit={props.field.currency} format={(value) => formatMoney(value, props.locale, props.field.currency)} />
);

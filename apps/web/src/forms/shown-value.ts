import type { FormField } from '@baton/model';
import { dateWords } from '../task/when-words.ts';
import { type FieldValue, isEmpty } from './form-values.ts';
import { formatNumber, moneyText } from './number-text.ts';

/** A field's value as text, where it is only shown. */
export const shownValue = (field: FormField, value: FieldValue, locale: string): string => {
  if (isEmpty(value)) return 'Not filled in';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return field.type === 'money' ? moneyText(value, locale, field.currency) : formatNumber(value, locale);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (field.type === 'date') return dateWords(value);
  return field.options?.find((option) => option.value === value)?.label ?? value;
};

import type { FormField } from '../form.ts';
import { checkField } from '../values/check-form.ts';

/** The literal first value of a field as the value it stands for: `12` is a number in a number field. */
export function literalOf(field: FormField, text: string): unknown {
  return LITERALS[field.type](text.trim());
}

export const valueFitsField = (field: FormField, text: string) => checkField(field, literalOf(field, text)) === undefined;

const same = (text: string) => text;
const number = (text: string) => (text !== '' && Number.isFinite(Number(text)) ? Number(text) : text);
const LITERALS: { readonly [T in FormField['type']]: (text: string) => unknown } = {
  text: same,
  longText: same,
  number,
  money: number,
  date: same,
  choice: same,
  yesNo: (text) => (text === 'true' ? true : text === 'false' ? false : text),
};

import type { FieldType } from '@baton/model';
import type { ComponentType } from 'react';
import { ChoiceControl, YesNoControl } from './choice-control.tsx';
import type { FieldControlProps } from './field-control.ts';
import { MoneyControl, NumberControl } from './number-control.tsx';
import { DateControl, LongTextControl, TextControl } from './text-control.tsx';

/** The control of every type of field. */
export const FIELD_CONTROLS: { readonly [T in FieldType]: ComponentType<FieldControlProps> } = {
  text: TextControl,
  longText: LongTextControl,
  number: NumberControl,
  money: MoneyControl,
  date: DateControl,
  choice: ChoiceControl,
  yesNo: YesNoControl,
};

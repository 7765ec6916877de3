import type { FieldType } from '../form.ts';
import type { VariableDeclaration } from '../graph.ts';

/** Variable types a field may write. */
const WRITES: { readonly [F in FieldType]: readonly VariableDeclaration['type'][] } = {
  text: ['text', 'choice'],
  longText: ['text'],
  number: ['number', 'money'],
  money: ['money', 'number'],
  date: ['date', 'text'],
  choice: ['choice', 'text'],
  yesNo: ['yesNo'],
};

export const fieldFits = (field: FieldType, variable: VariableDeclaration['type']) => WRITES[field].includes(variable);

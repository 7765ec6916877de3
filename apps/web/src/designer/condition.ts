import type { KnownVariable } from './known-variables.ts';

/** A condition simple enough to be put together by choosing: one variable, one comparison, one value. */
export interface SimpleCondition {
  readonly variable: string;
  readonly operator: Operator;
  readonly value: string;
}

export const OPERATORS = { '=': 'is', '!=': 'is not', '>': 'is more than', '>=': 'is at least', '<': 'is less than', '<=': 'is at most' } as const;
export type Operator = keyof typeof OPERATORS;

const ORDERED: readonly KnownVariable['type'][] = ['number', 'money', 'date', 'any'];
/** Which comparisons make sense for a variable. */
export const operatorsFor = (variable: KnownVariable | undefined): Operator[] =>
  (Object.keys(OPERATORS) as Operator[]).filter(
    (operator) => operator === '=' || operator === '!=' || !variable || (ORDERED.includes(variable.type) && !variable.choices),
  );

const SIMPLE = /^=?\s*([\p{L}_][\p{L}\p{N}_]*)\s*(!=|>=|<=|=|>|<)\s*(.+?)\s*$/u;
const TEXT = /^"((?:[^"\\]|\\.)*)"$/;
const DATE = /^date\("(\d{4}-\d{2}-\d{2})"\)$/;
const PLAIN = /^(?:true|false|-?\d+(?:\.\d+)?)$/;

/** `null`: more than one comparison, or something that isn't one. Such a condition is shown as a formula. */
export function parseCondition(source: string): SimpleCondition | null {
  const [, variable, operator, literal] = SIMPLE.exec(source) ?? [];
  if (variable === undefined || literal === undefined) return null;
  const text = TEXT.exec(literal)?.[1];
  const value = text !== undefined ? text.replace(/\\(.)/g, '$1') : (DATE.exec(literal)?.[1] ?? (PLAIN.test(literal) ? literal : null));
  return value === null ? null : { variable, operator: operator as Operator, value };
}

/** FEEL for what was chosen. */
export const formatCondition = ({ variable, operator, value }: SimpleCondition, known: KnownVariable | undefined): string =>
  `${variable} ${operator} ${literal(value, known)}`;

function literal(value: string, known: KnownVariable | undefined): string {
  const type = known?.choices ? 'choice' : (known?.type ?? 'any');
  if (type === 'yesNo') return value === 'true' ? 'true' : 'false';
  if (type === 'date') return `date("${value}")`;
  const isNumber = /^-?\d+(?:\.\d+)?$/.test(value);
  if (type === 'number' || type === 'money' || (type === 'any' && isNumber)) return isNumber ? value : '0';
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}

/** A first value that fits, so that a new condition is never broken. */
export function firstValue(known: KnownVariable | undefined): string {
  if (known?.choices?.[0]) return known.choices[0].value;
  if (known?.type === 'yesNo') return 'true';
  if (known?.type === 'number' || known?.type === 'money') return '0';
  return known?.type === 'date' ? new Date().toISOString().slice(0, 10) : '';
}

/** The condition in words, as a name for the flow: "Approved", "Amount is more than 1000". */
export function wordsOf({ variable, operator, value }: SimpleCondition, known: KnownVariable | undefined): string {
  const word = known?.choices?.find((choice) => choice.value === value)?.label ?? (known?.type === 'yesNo' ? (value === 'true' ? 'Yes' : 'No') : value);
  if (operator === '=' && (known?.choices || known?.type === 'yesNo')) return word;
  return `${known?.label ?? variable} ${OPERATORS[operator]} ${word}`;
}

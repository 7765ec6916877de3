import type { Task } from '@baton/contract';
import { formatNumber, moneyText } from '../forms/number-text.ts';
import { dateWords } from './when-words.ts';

type KeyFact = Task['keyFacts'][number];

const otherwise = (value: KeyFact['value']) => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** What a key fact says: `4,860.00 EUR`, `30 Nov 2026`, `Yes`. */
export const factText = ({ type, value, currency }: KeyFact, locale: string): string => {
  if (value === null || value === '') return 'None';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return type === 'money' ? moneyText(value, locale, currency) : formatNumber(value, locale);
  if (type === 'date' && typeof value === 'string') return dateWords(value);
  if (type === 'choice' && typeof value === 'string') return value.charAt(0).toUpperCase() + value.slice(1);
  return otherwise(value);
};

/** The one fact a row has room for: an amount if there is one, else the first that says anything. */
export const mainFact = (facts: readonly KeyFact[]): KeyFact | undefined => {
  const said = facts.filter(({ value }) => value !== null && value !== '');
  return said.find(({ type }) => type === 'money') ?? said[0];
};

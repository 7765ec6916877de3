import { expect, it } from 'vitest';
import { factText, mainFact } from './fact-text.ts';

const fact = (type: string, value: string | number | boolean | null) => ({ name: 'x', label: 'X', type, value });

it('says a fact by its type', () => {
  expect(factText({ ...fact('money', 4860), currency: 'EUR' }, 'en')).toBe('4,860.00 EUR');
  expect(factText(fact('number', 1234.5), 'de')).toBe('1.234,5');
  expect(factText(fact('date', '2026-11-30'), 'en')).toBe('30 Nov 2026');
  expect(factText(fact('yesNo', false), 'en')).toBe('No');
  expect(factText(fact('text', 'PO-7731'), 'en')).toBe('PO-7731');
  expect(factText(fact('choice', 'holiday'), 'en')).toBe('Holiday');
  expect(factText(fact('text', null), 'en')).toBe('None');
});

it('shows the amount in a row, or else the first fact that says anything', () => {
  expect(mainFact([fact('text', 'PO'), fact('money', 1)])?.type).toBe('money');
  expect(mainFact([fact('text', ''), fact('date', '2026-11-30')])?.type).toBe('date');
  expect(mainFact([])).toBeUndefined();
});

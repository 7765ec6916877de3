import type { Form } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { checkAnswers, fieldErrors, noteMissing, summaryTitle } from './field-errors.ts';

const form: Form = {
  fields: [
    { key: 'amount', type: 'money', label: 'Amount', currency: 'EUR', required: true, min: 1, max: 5000 },
    { key: 'site', type: 'choice', label: 'Site', required: true, options: [{ value: 'north' }] },
    { key: 'urgent', type: 'yesNo', label: 'Urgent', required: true },
    { key: 'total', type: 'number', label: 'Total', required: true, readOnly: true },
  ],
};
const right = { amount: 12, site: 'north', urgent: false };
const sentences = (values: Parameters<typeof checkAnswers>[1]) => checkAnswers(form, { ...right, ...values }, 'en').map(({ key, sentence }) => [key, sentence]);

describe('checkAnswers', () => {
  it('finds nothing in what is right, and does not ask for what is only shown', () => {
    expect(sentences({})).toEqual([]);
  });

  it('says what to do, by the type of the field', () => {
    expect(sentences({ amount: null, site: null, urgent: null })).toEqual([
      ['amount', 'Enter an amount.'],
      ['site', 'Choose one.'],
      ['urgent', 'Answer yes or no.'],
    ]);
    expect(sentences({ amount: 'ten' })).toEqual([['amount', 'Enter an amount, such as 1,234.50.']]);
    expect(sentences({ site: 'south' })).toEqual([['site', 'Choose one of the options.']]);
  });

  it('names the limit as the field would show it', () => {
    expect(sentences({ amount: 0.5 })).toEqual([['amount', 'Enter 1.00 or more.']]);
    expect(sentences({ amount: 5001 })).toEqual([['amount', 'Enter 5,000.00 or less.']]);
  });
});

describe('problems of the server', () => {
  it('find their field with or without the prefix', () => {
    const problems = [
      { code: 'value-missing', path: 'amount', message: 'm' },
      { code: 'value-missing', path: 'variables.site', message: 'm' },
    ];

    expect(fieldErrors(problems, form, 'en').map(({ key }) => key)).toEqual(['amount', 'site']);
  });

  it('are said as they are when we have no better words, or no field', () => {
    expect(fieldErrors([{ code: 'value-too-large', path: 'amount', message: 'Expected less.' }], form, 'en')[0]).toMatchObject({
      key: 'amount',
      sentence: 'Expected less.',
    });
    expect(fieldErrors([{ code: 'value-type', path: 'other', message: 'Expected a number.' }], form, 'en')[0]).toMatchObject({
      key: null,
      sentence: 'Expected a number.',
    });
  });
});

it('counts what is missing and what is wrong', () => {
  const missing = noteMissing('Reject');

  expect(missing.sentence).toBe('Say why, then reject again.');
  expect(summaryTitle([missing])).toBe('One answer is missing');
  expect(summaryTitle([missing, missing])).toBe('2 answers are missing');
  expect(summaryTitle([{ ...missing, isMissing: false }])).toBe('One answer needs another look');
  expect(summaryTitle([missing, { ...missing, isMissing: false }])).toBe('2 answers need another look');
});

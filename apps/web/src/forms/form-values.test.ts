import type { Form } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { firstMissing, hasExpressions, initialValues, variablesOf } from './form-values.ts';

const form: Form = {
  fields: [
    { key: 'amount', type: 'money', label: 'Amount', currency: 'EUR', required: true },
    { key: 'supplier', type: 'text', label: 'Supplier', value: 'Kestrel' },
    { key: 'urgent', type: 'yesNo', label: 'Urgent', value: 'false', required: true },
    { key: 'total', type: 'number', label: 'Total', value: '= amount * 2', readOnly: true },
  ],
};

describe('initialValues', () => {
  it('takes what was typed before the variable, and that before the first value of the field', () => {
    expect(initialValues(form, {})).toEqual({ amount: null, supplier: 'Kestrel', urgent: false, total: null });
    expect(initialValues(form, { supplier: 'Norfeld' }).supplier).toBe('Norfeld');
    expect(initialValues(form, { supplier: 'Norfeld' }, { supplier: 'Bluepine' }).supplier).toBe('Bluepine');
  });

  it('keeps a field empty that somebody emptied', () => {
    expect(initialValues(form, { supplier: 'Norfeld' }, { supplier: null }).supplier).toBeNull();
  });

  it('lets no draft change what is only shown', () => {
    expect(initialValues(form, { total: 4 }, { total: 9 }).total).toBe(4);
  });

  it('evaluates a first value written in FEEL', () => {
    expect(initialValues(form, {}, {}, (expression) => (expression === 'amount * 2' ? 8 : undefined)).total).toBe(8);
    expect(hasExpressions(form)).toBe(true);
  });
});

it('sends what may be changed, empty fields as null', () => {
  expect(variablesOf(form, { amount: 12, supplier: '', urgent: false, total: 9 })).toEqual({ amount: 12, supplier: null, urgent: false });
});

describe('firstMissing', () => {
  it('names the first required field that is empty', () => {
    expect(firstMissing(form, { amount: null, urgent: null })?.key).toBe('amount');
  });

  it('takes No and zero for answers', () => {
    expect(firstMissing(form, { amount: 0, urgent: false })).toBeUndefined();
  });
});

import { FIELD_TYPES, type Form, formSchema } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { addField, changeField, duplicateField, moveField, optionsFromText, removeField, renameField, retypeField, textFromOptions } from './edit-form.ts';

const empty: Form = { fields: [] };
const keys = (form: Form) => form.fields.map((field) => field.key);

it('adds every type of field as one the model accepts, with a name of its own', () => {
  const form = [...FIELD_TYPES, ...FIELD_TYPES].reduce(addField, empty);

  expect(formSchema.safeParse(form).success).toBe(true);
  expect(new Set(keys(form)).size).toBe(FIELD_TYPES.length * 2);
});

it('moves by one place and stops at the ends', () => {
  const form = addField(addField(empty, 'text'), 'date');

  expect(keys(moveField(form, 1, -1))).toEqual(['date', 'text']);
  expect(moveField(form, 0, -1)).toBe(form);
  expect(moveField(form, 1, 1)).toBe(form);
});

it('duplicates beside the original under a new name', () => {
  const form = addField(addField(empty, 'text'), 'date');

  expect(keys(duplicateField(form, 0))).toEqual(['text', 'text2', 'date']);
  expect(keys(removeField(form, 0))).toEqual(['date']);
});

describe('renameField', () => {
  it('makes the name from the label', () => {
    expect(renameField(addField(empty, 'text'), 0, 'Cost centre').fields[0]).toMatchObject({ label: 'Cost centre', key: 'costCentre' });
  });

  it('keeps a name that somebody chose', () => {
    const form = changeField(addField(empty, 'text'), 0, { key: 'cc' });

    expect(renameField(form, 0, 'Cost centre').fields[0]).toMatchObject({ label: 'Cost centre', key: 'cc' });
  });
});

it('takes a property away', () => {
  const form = changeField(addField(empty, 'text'), 0, { hint: 'As on the invoice' });

  expect(Object.keys(changeField(form, 0, { hint: undefined }).fields[0] ?? {})).not.toContain('hint');
});

it('drops what another type does not have', () => {
  const form = changeField(addField(empty, 'money'), 0, { min: 1, max: 2 });

  expect(retypeField(form, 0, 'text').fields[0]).toEqual({ key: 'amount', type: 'text', label: 'Amount' });
  expect(retypeField(form, 0, 'number').fields[0]).toMatchObject({ min: 1, max: 2 });
  expect(retypeField(form, 0, 'choice').fields[0]?.options).toHaveLength(2);
});

it('reads options one a line and writes them back', () => {
  const text = 'north: North site\nSouth site';

  expect(optionsFromText(`${text}\n\n`)).toEqual([{ value: 'north', label: 'North site' }, { value: 'South site' }]);
  expect(textFromOptions(optionsFromText(text))).toBe(text);
  expect(optionsFromText('a\na').map((option) => option.value)).toEqual(['a', 'a2']);
});

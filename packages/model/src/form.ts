import { z } from 'zod';
import { text } from './text.ts';

/** What a person can fill in. A field's `key` is the name of the variable it reads and writes. */
export const FIELD_TYPES = ['text', 'longText', 'number', 'money', 'date', 'choice', 'yesNo'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export const VARIABLE_NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;
export const variableName = () =>
  z.string().max(120).regex(VARIABLE_NAME, 'Expected a name of letters, digits and _, but it does not begin with a letter or holds something else.');

const option = z.strictObject({ value: z.string().min(1).max(200), label: z.string().max(200).optional() });

export const formFieldSchema = z.strictObject({
  key: variableName(),
  type: z.enum(FIELD_TYPES),
  label: z.string().min(1).max(200),
  hint: z.string().max(500).optional(),
  /** Columns of 12. */
  width: z.int().min(1).max(12).optional(),
  required: z.boolean().optional(),
  /** Shown, but not to be changed. */
  readOnly: z.boolean().optional(),
  /** First value, if the variable has none: a literal, or FEEL with a leading `=`. */
  value: text().optional(),
  /** choice only */
  options: z.array(option).max(500).optional(),
  /** number and money only */
  min: z.number().optional(),
  max: z.number().optional(),
  /** money only: ISO 4217, e.g. EUR. The variable holds the plain number. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
});

export const formSchema = z.strictObject({
  id: z.string().max(255).optional(),
  fields: z.array(formFieldSchema).max(200),
});

export type FormField = z.infer<typeof formFieldSchema>;
export type Form = z.infer<typeof formSchema>;

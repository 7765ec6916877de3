import { z } from 'zod';
import type { Form, FormField } from './form.ts';
import { graphSchema } from './graph.ts';

export type JsonSchema = { readonly [key: string]: unknown };

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/** JSON Schema (draft 2020-12) of a graph file, made from the one zod schema. */
export function graphJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(graphSchema, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' });
  return { ...schema, $id: '/schemas/graph.v1.json', title: 'Baton graph, format version 1' };
}

/** JSON Schema (draft 2020-12) of the values a form asks for. */
export function formJsonSchema(form: Form): JsonSchema {
  const asked = form.fields.filter((field) => !field.readOnly);
  const required = asked.filter((field) => field.required).map((field) => field.key);
  return {
    $schema: DRAFT,
    type: 'object',
    properties: Object.fromEntries(form.fields.map((field) => [field.key, fieldJsonSchema(field)])),
    ...(required.length > 0 && { required }),
  };
}

const fieldJsonSchema = (field: FormField): JsonSchema => ({
  ...TYPES[field.type](field),
  title: field.label,
  ...(field.hint !== undefined && { description: field.hint }),
  ...(field.readOnly && { readOnly: true }),
});

const range = ({ min, max }: FormField) => ({ type: 'number', ...(min !== undefined && { minimum: min }), ...(max !== undefined && { maximum: max }) });

const TYPES: { readonly [T in FormField['type']]: (field: FormField) => JsonSchema } = {
  text: () => ({ type: 'string' }),
  longText: () => ({ type: 'string' }),
  number: range,
  money: range,
  date: () => ({ type: 'string', format: 'date' }),
  choice: ({ options = [] }) => ({ type: 'string', enum: options.map((option) => option.value) }),
  yesNo: () => ({ type: 'boolean' }),
};

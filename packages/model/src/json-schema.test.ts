import { describe, expect, it } from 'vitest';
import { ELEMENT_TYPES } from './elements/registry.ts';
import { formJsonSchema, graphJsonSchema } from './json-schema.ts';

describe('graphJsonSchema', () => {
  it('is a draft 2020-12 schema that knows every element type', () => {
    const schema = graphJsonSchema();

    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: '/schemas/graph.v1.json',
      type: 'object',
      additionalProperties: false,
    });
    expect(schema.required).toEqual(['format', 'formatVersion', 'key', 'name', 'elements', 'flows']);
    for (const type of ELEMENT_TYPES) expect(JSON.stringify(schema)).toContain(`"const":"${type}"`);
  });
});

describe('formJsonSchema', () => {
  it('asks for the values that have to be filled in', () => {
    const schema = formJsonSchema({
      fields: [
        { key: 'amount', type: 'money', label: 'Amount', required: true, min: 0 },
        { key: 'kind', type: 'choice', label: 'Kind', options: [{ value: 'a', label: 'A' }] },
        { key: 'shown', type: 'text', label: 'Shown', hint: 'Only to read', readOnly: true, required: true },
      ],
    });

    expect(schema).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: {
        amount: { type: 'number', minimum: 0, title: 'Amount' },
        kind: { type: 'string', enum: ['a'], title: 'Kind' },
        shown: { type: 'string', title: 'Shown', description: 'Only to read', readOnly: true },
      },
      required: ['amount'],
    });
  });
});

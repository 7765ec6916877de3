import { parseExpression } from '@baton/expressions';
import { TEMPLATES, validate } from '@baton/model';
import { expect, it } from 'vitest';

const checkExpression = (source: string) => {
  const parsed = parseExpression(source);
  return parsed.ok ? null : parsed.problem.message;
};

it.each(TEMPLATES.map((template) => [template.name, template] as const))('%s has only expressions that can be read', (_name, template) => {
  expect(validate(template, { checkExpression })).toEqual([]);
});

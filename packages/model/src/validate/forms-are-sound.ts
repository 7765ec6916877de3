import type { FormField } from '../form.ts';
import { formOf } from '../form-of.ts';
import type { Element } from '../graph.ts';
import { nameOf } from '../naming.ts';
import { error, type Problem, warning } from '../problem.ts';
import { isExpression } from '../text.ts';
import { fieldFits } from './field-fits.ts';
import { forEachElement, type Rule, type RuleContext } from './rule.ts';
import { valueFitsField } from './value-fits-field.ts';

/** Forms ask each thing once, choices have options, ranges aren't empty, and a field fits the variable it writes. */
export const formsAreSound: Rule = forEachElement((element, context) => {
  const fields = formOf(element)?.fields ?? [];
  return fields.flatMap((field, i) => checkField({ element, field, i, fields, context }));
});

type FieldAt = {
  readonly element: Element;
  readonly field: FormField;
  readonly i: number;
  readonly fields: readonly FormField[];
  readonly context: RuleContext;
};

function checkField({ element, field, i, fields, context }: FieldAt): Problem[] {
  const place = `the form of ${nameOf(element)}`;
  const at = (property: string) => ({ elementId: element.id, path: `form.fields.${i}.${property}` });
  const { key, label, type, options, min, max, currency, value } = field;
  const problems: Problem[] = [];
  if (fields.findIndex((each) => each.key === key) !== i)
    problems.push(error('field-duplicate', `Expected each field in ${place} to have a key of its own, but “${key}” is used twice.`, at('key')));
  if (type === 'choice' && !options?.length)
    problems.push(error('options-missing', `Expected options for “${label}” in ${place}, but there are none.`, at('options')));
  if (type !== 'choice' && options)
    problems.push(error('setting-not-allowed', `Expected options only for a choice, but “${label}” in ${place} is of another type.`, at('options')));
  if (hasDuplicates(options?.map((option) => option.value) ?? []))
    problems.push(error('option-duplicate', `Expected each option of “${label}” in ${place} once, but one is there twice.`, at('options')));
  if (min !== undefined && max !== undefined && min > max)
    problems.push(error('range-empty', `Expected the least of “${label}” in ${place} to be below the most, but ${min} is more than ${max}.`, at('min')));
  if (!isNumeric(type) && (min !== undefined || max !== undefined))
    problems.push(
      error('setting-not-allowed', `Expected a least and most only for numbers, but “${label}” in ${place} is none.`, at(min === undefined ? 'max' : 'min')),
    );
  if (type !== 'money' && currency)
    problems.push(error('setting-not-allowed', `Expected a currency only for money, but “${label}” in ${place} is of another type.`, at('currency')));
  const declared = context.graph.variables?.find((variable) => variable.name === key);
  if (declared && !fieldFits(type, declared.type)) {
    problems.push(
      warning(
        'field-type-differs',
        `“${label}” in ${place} is of the type ${type}: expected ${declared.type} like the variable “${key}”, but what is entered may be refused.`,
        at('type'),
      ),
    );
  }
  if (value !== undefined && value !== '' && !isExpression(value) && !valueFitsField(field, value)) {
    problems.push(error('field-value-invalid', `Expected a first value that fits “${label}” in ${place}, but “${value.slice(0, 60)}” does not.`, at('value')));
  }
  return problems;
}

const isNumeric = (type: FormField['type']) => type === 'number' || type === 'money';
const hasDuplicates = (values: readonly string[]) => new Set(values).size !== values.length;

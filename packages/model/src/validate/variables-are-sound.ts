import type { VariableDeclaration } from '../graph.ts';
import { error, type Problem, warning } from '../problem.ts';
import type { Rule } from './rule.ts';

export const MAX_KEY_FACTS = 4;

/** Variables are declared once, choices have options, and not more facts are key facts than are shown. */
export const variablesAreSound: Rule = ({ graph }) => {
  const variables = graph.variables ?? [];
  return [...variables.flatMap((variable, i) => checkVariable(variable, i, variables)), ...tooManyKeyFacts(variables)];
};

function checkVariable(variable: VariableDeclaration, i: number, variables: readonly VariableDeclaration[]): Problem[] {
  const { name, type, options, currency } = variable;
  const path = `variables.${i}`;
  const problems: Problem[] = [];
  if (variables.findIndex((each) => each.name === name) !== i)
    problems.push(error('variable-duplicate', `Expected each variable once, but “${name}” is declared twice.`, { path: `${path}.name` }));
  if (type === 'choice' && !options?.length)
    problems.push(error('options-missing', `Expected options for the choice “${name}”, but there are none.`, { path: `${path}.options` }));
  if (type !== 'choice' && options)
    problems.push(error('setting-not-allowed', `Expected options only for a choice, but “${name}” is of another type.`, { path: `${path}.options` }));
  if (type !== 'money' && currency)
    problems.push(error('setting-not-allowed', `Expected a currency only for money, but “${name}” is of another type.`, { path: `${path}.currency` }));
  return problems;
}

function tooManyKeyFacts(variables: readonly VariableDeclaration[]): Problem[] {
  const count = variables.filter((variable) => variable.isKeyFact).length;
  return count > MAX_KEY_FACTS
    ? [
        warning('key-facts-too-many', `Expected at most ${MAX_KEY_FACTS} key facts, but there are ${count}: only the first ${MAX_KEY_FACTS} are shown.`, {
          path: 'variables',
        }),
      ]
    : [];
}

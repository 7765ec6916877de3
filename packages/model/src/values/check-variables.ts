import type { VariableDeclaration } from '../graph.ts';
import { oneOf } from '../naming.ts';
import { error, type Problem } from '../problem.ts';
import { checkLimits } from './check-value.ts';
import { foundValue, VALUE_TYPES } from './value-types.ts';

export type UncheckedValues = { readonly [name: string]: unknown };

/**
 * Do these values fit the variables a process declares? Names nobody declared are allowed, but the limits hold for them too.
 * `null` means "no value yet" and fits every type. `path` of a problem begins with the variable's name.
 */
export function checkVariables(declarations: readonly VariableDeclaration[], values: UncheckedValues): Problem[] {
  const byName = new Map(declarations.map((declaration) => [declaration.name, declaration]));
  return Object.entries(values).flatMap(([name, value]) => {
    const problem = checkLimits(name, value) ?? checkDeclared(byName.get(name), value);
    return problem ? [problem] : [];
  });
}

function checkDeclared(declaration: VariableDeclaration | undefined, value: unknown): Problem | undefined {
  if (!declaration || value === null) return undefined;
  const { name, label = name, options } = declaration;
  const type = VALUE_TYPES[declaration.type];
  if (!type.accepts(value)) return error('value-type', `Expected ${type.expected} for “${label}”, but found ${foundValue(value)}.`, { path: name });
  if (declaration.type === 'choice' && options && !options.some((option) => option === value)) {
    return error('value-not-an-option', `Expected ${oneOf(options.slice(0, 20))} for “${label}”, but found ${foundValue(value)}.`, { path: name });
  }
  return undefined;
}

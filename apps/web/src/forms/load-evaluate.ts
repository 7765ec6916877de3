import type { Values } from '@baton/contract';
import { z } from 'zod';
import type { Evaluate } from './form-values.ts';

export const noEvaluate: Evaluate = () => undefined;

/** FEEL for the first values of fields. Fetched only for a form that has any: most have none, and it is not small. */
export const loadEvaluate = async (variables: Values): Promise<Evaluate> => {
  const { evaluate, parseExpression } = await import('@baton/expressions');
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (source) => {
    const parsed = parseExpression(source);
    if (!parsed.ok) return undefined;
    const result = evaluate(parsed.expression, { lookup: (name) => variables[name], now: Date.now(), zone });
    return result.ok ? z.json().parse(result.value) : undefined;
  };
};

import { parseExpression } from '@baton/expressions';

/** FEEL source -> what is wrong with it, or null. */
export function checkSyntax(source: string): string | null {
  const parsed = parseExpression(source);
  return parsed.ok ? null : parsed.problem.message;
}

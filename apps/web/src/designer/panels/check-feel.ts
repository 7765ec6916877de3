import { parseExpression } from '@baton/expressions';
import { expressionOf, isExpression } from '@baton/model';

/** What is wrong with a formula, with or without its leading `=`; `null`: nothing. */
export function checkFeel(source: string): string | null {
  const parsed = parseExpression(expressionOf(source));
  return parsed.ok ? null : parsed.problem.message;
}

/** For a property that is a literal unless it begins with `=`. */
export const checkText = (text: string): string | null => (isExpression(text) ? checkFeel(text) : null);

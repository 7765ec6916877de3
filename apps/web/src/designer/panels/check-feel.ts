import { expressionOf, isExpression } from '@baton/model';
import { loadedCheck, loadFeel } from '../feel.ts';
import { isPlainFormula } from '../plain-formula.ts';

/** What is wrong with a formula, with or without its leading `=`; `null`: nothing, or it can't be said before FEEL is loaded. */
export function checkFeel(source: string): string | null {
  const check = loadedCheck();
  if (check) return check(expressionOf(source));
  if (isPlainFormula(expressionOf(source))) return null;
  void loadFeel();
  return null;
}

/** For a property that is a literal unless it begins with `=`. */
export const checkText = (text: string): string | null => (isExpression(text) ? checkFeel(text) : null);

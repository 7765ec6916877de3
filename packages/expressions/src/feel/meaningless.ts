import { childrenOf, descendantsOf, type Syntax } from './node.ts';

/** What other languages write, and what FEEL does. */
const MEANT: { readonly [written: string]: string } = { '==': '=', '<>': '!=', '=<': '<=', '=>': '>=', '!==': '!=', '===': '=' };

/**
 * feelin reads `= 5` alone as a test of nothing in particular, so it reads `a == 5` as "a = (= 5)". Such a test means something only
 * behind `in`. Null: this node is none, or stands where it may.
 */
export function misplacedTestOf(node: Syntax, source: string): string | null {
  if (node.name === '?') return 'Expected a value, but "?" has none: it stands for the input of a decision table.';
  const [operator] = childrenOf(node);
  if (node.name !== 'SimplePositiveUnaryTest' || operator?.name !== 'CompareOp' || node.parent?.name === 'PositiveUnaryTest') return null;
  const sign = source.slice(operator.from, operator.to);
  const before = node.prevSibling?.name === 'CompareOp' ? source.slice(node.prevSibling.from, node.prevSibling.to) : '';
  if (!before) return `Expected a value to compare on the left of "${sign}", but there is none.`;
  const meant = MEANT[before + sign];
  return meant ? `Expected one "${meant}" to compare, but got "${before}${sign}".` : `Expected one sign to compare, but got "${before} ${sign}".`;
}

/** Names the expression gives itself: entries, parameters and loop variables. */
export function ownNames(top: Syntax, source: string): ReadonlySet<string> {
  const names = descendantsOf(top).filter(
    ({ name, parent }) => name === 'Key' || name === 'ParameterName' || (name === 'Name' && parent?.name === 'InExpression'),
  );
  return new Set(names.map(({ from, to }) => source.slice(from, to).replace(/^"|"$/g, '').replace(/\s+/g, ' ').trim()));
}

import { parseExpression } from 'feelin';

export type Tree = ReturnType<typeof parseExpression>;
export type Syntax = Tree['topNode'];

/** The node's children without comments. */
export function childrenOf(node: Syntax): Syntax[] {
  const children: Syntax[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) if (!child.type.isSkipped && !child.name.endsWith('Comment')) children.push(child);
  return children;
}

export function descendantsOf(node: Syntax): Syntax[] {
  const found: Syntax[] = [];
  const collect = (at: Syntax): void => {
    for (const child of childrenOf(at)) {
      found.push(child);
      collect(child);
    }
  };
  collect(node);
  return found;
}

export const OWN_FUNCTIONS = { 'get or else': true, 'is defined': true };

/** feelin's tree; names with spaces can't be variables, but `get or else` and `is defined` are functions. */
export const parseTree = (source: string): Tree => parseExpression(source, OWN_FUNCTIONS, undefined);

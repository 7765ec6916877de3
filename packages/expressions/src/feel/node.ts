import { parser, trackVariables } from 'lezer-feel';
import { LIMITS } from '../limits.ts';

export type Tree = ReturnType<typeof parser.parse>;
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

/** feelin's grammar. Names with spaces can't be variables, but `get or else` and `is defined` are functions. */
const grammar = parser.configure({ top: 'Expression', contextTracker: trackVariables(OWN_FUNCTIONS) });
const strictGrammar = grammar.configure({ strict: true });

/** Characters of source that are parsed to the end also when they are wrong: the rest of a wrong expression may take long to make sense of. */
const FORGIVING = 500;

/** The tree; or where the source breaks off being FEEL; or that it has too many words. */
export type ParsedTree = { readonly tree: Tree } | { readonly brokenAt: number } | { readonly isTooLong: true };

export function parseTree(source: string): ParsedTree {
  const parse = (source.length > FORGIVING ? strictGrammar : grammar).startParse(source);
  try {
    for (let tokens = 0; tokens <= LIMITS.tokens; tokens++) {
      const tree = parse.advance();
      if (tree) return { tree };
    }
    return { isTooLong: true };
  } catch {
    return { brokenAt: parse.parsedPos };
  }
}

import type { ExpressionErrorCode } from './error.ts';
import { Compiler } from './feel/compile.ts';
import type { Run } from './feel/compiled.ts';
import { misplacedTestOf, ownNames } from './feel/meaningless.ts';
import { parseTree, type Syntax, type Tree } from './feel/node.ts';
import { LIMITS } from './limits.ts';
import { sourceProblemOf } from './source-limits.ts';

/** FEEL, parsed and compiled once; to be evaluated any number of times. */
export interface Expression {
  readonly source: string;
  /** Variables it may read, in order of appearance. */
  readonly names: readonly string[];
  /** For evaluate.ts only. */
  readonly run: Run;
}

/** `from` and `to`: where in the source. */
export type SyntaxProblem = { readonly code: ExpressionErrorCode; readonly message: string; readonly from: number; readonly to: number };
export type Parsed = { readonly ok: true; readonly expression: Expression } | { readonly ok: false; readonly problem: SyntaxProblem };

const MAX_CACHED = 5_000;
const cache = new Map<string, Parsed>();

/** Parses FEEL without a leading `=`. The last 5,000 sources are remembered; what it gives depends on nothing but the source. */
export function parseExpression(source: string): Parsed {
  const known = cache.get(source);
  if (known) return known;
  const parsed = parse(source);
  if (cache.size >= MAX_CACHED) cache.delete(cache.keys().next().value ?? '');
  if (source.length <= LIMITS.sourceLength) cache.set(source, parsed);
  return parsed;
}

const problem = (code: ExpressionErrorCode, message: string, from: number, to: number): Parsed => ({ ok: false, problem: { code, message, from, to } });

function parse(source: string): Parsed {
  if (source.trim() === '') return problem('syntax', 'Expected an expression, but there is none.', 0, 0);
  const tooLarge = sourceProblemOf(source);
  if (tooLarge) return problem('limit-exceeded', tooLarge, 0, source.length);
  const parsed = parseTree(source);
  if ('isTooLong' in parsed)
    return problem('limit-exceeded', `Expected at most ${LIMITS.tokens} words and signs, but the expression has more.`, 0, source.length);
  if ('brokenAt' in parsed) return problem('syntax', syntaxMessage(source, parsed.brokenAt, source.length), parsed.brokenAt, source.length);
  const { tree } = parsed;
  const fault = faultOf(tree, source);
  if (fault) return fault;
  const compiler = new Compiler(source);
  const [root] = childrenOfRoot(tree);
  if (!root) return problem('syntax', 'Expected an expression, but there is only a comment.', 0, source.length);
  const { run } = compiler.compile(root);
  const unknown = unknownCall(compiler, tree, source);
  if (unknown) return unknown;
  return { ok: true, expression: { source, names: [...compiler.names], run } };
}

function childrenOfRoot(tree: Tree) {
  const children = [];
  for (let child = tree.topNode.firstChild; child; child = child.nextSibling) if (!child.name.endsWith('Comment')) children.push(child);
  return children;
}

function faultOf(tree: Tree, source: string): Parsed | null {
  let fault: Parsed | null = null;
  let depth = 0;
  tree.iterate({
    enter: (node) => {
      if (fault) return false;
      if (node.type.isError) fault = problem('syntax', syntaxMessage(source, node.from, node.to), node.from, node.to);
      fault ??= misplacedTest(node.node, source);
      if (++depth > LIMITS.depth)
        fault = problem('limit-exceeded', `Expected at most ${LIMITS.depth} levels, but the expression has more.`, node.from, node.to);
      return true;
    },
    leave: () => {
      depth--;
    },
  });
  return fault;
}

function misplacedTest(node: Syntax, source: string): Parsed | null {
  const message = misplacedTestOf(node, source);
  return message === null ? null : problem('syntax', message, node.from, node.to);
}

function unknownCall({ called }: Compiler, tree: Tree, source: string): Parsed | null {
  if (called.size === 0) return null;
  const own = ownNames(tree.topNode, source);
  for (const [name, { from, to }] of called) {
    if (!own.has(name)) return problem('name-unknown', `Expected a function of FEEL, but there is none named "${name}".`, from, to);
  }
  return null;
}

function syntaxMessage(source: string, from: number, to: number): string {
  const unexpected = source.slice(from, Math.max(to, from + 1)).trim();
  if (!unexpected) return 'Expected more, but the expression ends or breaks off there.';
  return `Expected FEEL, but "${unexpected.slice(0, 40)}" at position ${from + 1} does not fit.`;
}

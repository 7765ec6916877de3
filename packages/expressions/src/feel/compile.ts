import { builtinNamed } from './builtin.ts';
import { dateTimeLiteral, functionDefinition, functionInvocation } from './calls.ts';
import { context, filterExpression, forExpression, list, quantifiedExpression } from './collections.ts';
import { type Compiled, compiled, type Run, type StaticType } from './compiled.ts';
import { askFeelin } from './feelin.ts';
import { booleanLiteral, nullLiteral, numericLiteral, stringLiteral } from './literals.ts';
import { pathExpression, variableName } from './names.ts';
import { childrenOf, type Syntax } from './node.ts';
import { arithmeticExpression, comparison, conjunction, disjunction, ifExpression, parenthesized } from './operators.ts';

/** How one kind of syntax node becomes a closure. */
export type Rule = (compiler: Compiler, node: Syntax, source: string) => Compiled;

/** What runs as a closure of our own: most of what people write, about a hundred times faster. The rest is a template for feelin. */
const RULES: { readonly [name: string]: Rule } = {
  NumericLiteral: numericLiteral,
  BooleanLiteral: booleanLiteral,
  StringLiteral: stringLiteral,
  null: nullLiteral,
  VariableName: variableName,
  PathExpression: pathExpression,
  Disjunction: disjunction,
  Conjunction: conjunction,
  Comparison: comparison,
  ArithmeticExpression: arithmeticExpression,
  IfExpression: ifExpression,
  ParenthesizedExpression: parenthesized,
  List: list,
  Context: context,
  FilterExpression: filterExpression,
  ForExpression: forExpression,
  QuantifiedExpression: quantifiedExpression,
  FunctionInvocation: functionInvocation,
  FunctionDefinition: functionDefinition,
  DateTimeLiteral: dateTimeLiteral,
};

/** Turns one parsed expression into closures, once. */
export class Compiler {
  /** Inside `x = null` and the like: a name that isn't there is null. */
  mayBeMissing = false;
  readonly names = new Set<string>();
  /** Functions that are called by a name no built-in has: one of the expression's own, or a mistake. */
  readonly called = new Map<string, Syntax>();

  private readonly parts = new Map<string, Compiled>();

  constructor(readonly source: string) {}

  readonly textOf = (node: Syntax): string => this.source.slice(node.from, node.to);

  /** Each part once, even if two forms of its whole are made: of parts in parts, that would double at each level. */
  compile(node: Syntax): Compiled {
    const key = `${node.name}/${node.from}/${node.to}/${this.mayBeMissing}`;
    const before = this.parts.get(key);
    if (before) return before;
    const rule = RULES[node.name];
    const made = rule ? rule(this, node, this.textOf(node)) : this.template(node, this.textOf(node), 'test');
    this.parts.set(key, made);
    return made;
  }

  reads(name: string): void {
    if (!builtinNamed(name)) this.names.add(name);
  }

  calls(name: string, at: Syntax): void {
    if (!this.called.has(name)) this.called.set(name, at);
  }

  allowingMissing<T>(compile: () => T): T {
    const before = this.mayBeMissing;
    this.mayBeMissing = true;
    const result = compile();
    this.mayBeMissing = before;
    return result;
  }

  /** How much work one walk through a loop's body is. */
  sizeOf(node: Syntax): number {
    let size = 0;
    node.cursor().iterate(() => {
      size++;
    });
    return size;
  }

  /** How many levels a body has. */
  depthOf(node: Syntax): number {
    let depth = 0;
    let deepest = 0;
    node.cursor().iterate(
      () => {
        deepest = Math.max(deepest, ++depth);
      },
      () => {
        depth--;
      },
    );
    return deepest;
  }

  /** For syntax we leave to feelin: its text, in which the parts we know are replaced by names of their values. */
  template(node: Syntax, source: string, type: StaticType): Compiled {
    const parts: { readonly from: number; readonly to: number; readonly run: Run }[] = [];
    const collect = (at: Syntax): void => {
      for (const child of childrenOf(at)) {
        if (child.name === 'Type' || child.name === 'AtLiteral') continue;
        if (RULES[child.name]) parts.push({ from: child.from - node.from, to: child.to - node.from, run: this.compile(child).run });
        else collect(child);
      }
    };
    collect(node);
    const text = parts.reduceRight((all, { from, to }, index) => `${all.slice(0, from)}p${index}${all.slice(to)}`, source);
    return compiled(type, (environment) => {
      const values = Object.fromEntries(parts.map(({ run }, index) => [`p${index}`, run(environment)]));
      return environment.fault ? null : askFeelin(environment, text, values);
    });
  }
}

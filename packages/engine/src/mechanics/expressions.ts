import { type ExpressionError, type Parsed, parseExpression } from '@baton/expressions';
import { expressionOf, isExpression } from '@baton/model';
import type { CompiledNode } from '../compiled-process.ts';
import type { IncidentCode, Key } from '../event.ts';
import type { Execution } from '../execution.ts';
import type { Json } from '../json.ts';
import { type Failure, type Result, succeed } from '../result.ts';

/** FEEL as it stands in a property, parsed; what can't be parsed fails when it is needed. */
export type Formula = { readonly source: string; readonly parsed: Parsed };

export function formula(text: string): Formula {
  const source = expressionOf(text);
  return { source, parsed: parseExpression(source) };
}

/** A property that is FEEL with a leading `=` and else means itself. */
export type Text = (x: Execution, node: CompiledNode, scope: Key) => Result<Json>;

export function text(property: string): Text {
  if (!isExpression(property)) {
    const literal = succeed(property);
    return () => literal;
  }
  const feel = formula(property);
  return (x, node, scope) => x.evaluate(feel, node, scope);
}

/** Names what failed, where, and the values read, so that whoever repairs it needn't guess. */
export function failureOf(
  code: IncidentCode,
  node: CompiledNode,
  source: string,
  error: { readonly message: string; readonly read?: ExpressionError['read'] },
): Failure {
  const read = Object.entries(error.read ?? {}).map(([name, value]) => `${name} = ${shorten(JSON.stringify(value))}`);
  const values = read.length ? ` It read ${read.join(', ')}.` : '';
  return { code, message: `${error.message} Expression “${shorten(source)}” at “${node.label}”.${values}`, expression: source };
}

const shorten = (text: string) => (text.length > 200 ? `${text.slice(0, 200)}...` : text);

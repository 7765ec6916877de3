import type { Mapping } from '@baton/model';
import type { CompiledNode } from '../compiled-process.ts';
import type { Key } from '../event.ts';
import type { Execution } from '../execution.ts';
import type { Json, Values } from '../json.ts';
import { type Result, succeed } from '../result.ts';
import { type Text, text } from './expressions.ts';

export type CompiledMapping = { readonly target: string; readonly value: Text };

export const compileMappings = (mappings: readonly Mapping[] = []): readonly CompiledMapping[] =>
  mappings.map(({ target, value }) => ({ target, value: text(value) }));

/** What the mappings give, read from `scope` outwards; a later one sees what an earlier one gave. */
export function evaluateMappings(x: Execution, node: CompiledNode, mappings: readonly CompiledMapping[], scope: Key): Result<Values> {
  const values: Record<string, Json> = {};
  return x.reading(values, () => {
    for (const { target, value } of mappings) {
      const result = value(x, node, scope);
      if (!result.ok)
        return { ok: false, failure: { ...result.failure, code: 'mapping-failed', message: `${result.failure.message} It maps to “${target}”.` } };
      values[target] = result.value;
    }
    return succeed(values);
  });
}

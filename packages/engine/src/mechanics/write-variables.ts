import { checkVariables } from '@baton/model';
import type { CompiledNode, CompiledProcess } from '../compiled-process.ts';
import type { Draft } from '../draft.ts';
import type { Key } from '../event.ts';
import type { Json, Values } from '../json.ts';
import type { Failure } from '../result.ts';
import { ROOT_KEY } from '../state.ts';
import { bytesOfAll, MAX_INSTANCE_BYTES } from './size.ts';

/** Why values can't be written, with the path of the first that is wrong; null: they can. */
export type WriteProblem = { readonly code: 'variable-invalid' | 'variables-too-large'; readonly message: string; readonly path?: string };

export function problemOfWriting(process: CompiledProcess, draft: Draft, values: Values): WriteProblem | null {
  for (const name in values) {
    const value = values[name] ?? null;
    if (isPlainSmall(value) && !process.variables.has(name) && SIMPLE_NAME.test(name)) continue;
    const declaration = process.variables.get(name);
    const [problem] = checkVariables(declaration ? [declaration] : [], { [name]: value });
    if (problem) return { code: 'variable-invalid', message: problem.message, path: problem.path ?? name };
  }
  const bytes = draft.variableBytes + bytesOfAll(values);
  if (bytes <= MAX_INSTANCE_BYTES) return null;
  return { code: 'variables-too-large', message: `Expected at most 8 MiB of variables in one instance, but there would be ${bytes} bytes.` };
}

/** The common case at no cost. */
const SIMPLE_NAME = /^(?!constructor$|prototype$)[A-Za-z][A-Za-z0-9]{0,60}$/;
const isPlainSmall = (value: Json) =>
  typeof value === 'number' || typeof value === 'boolean' || value === null || (typeof value === 'string' && value.length < 1000);

export function failureOfWriting(node: CompiledNode, problem: WriteProblem): Failure {
  return { code: problem.code, message: `${problem.message} It is what “${node.label}” gave.` };
}

/** The scope a result without output mappings goes to: the nearest that has the name, else the root. */
export function scopeHolding(draft: Draft, from: Key, name: string): Key {
  for (let scope: Key | null = from; scope !== null; scope = draft.elements.get(scope)?.scope ?? null) {
    const held = draft.variables[scope];
    if (held !== undefined && Object.hasOwn(held, name)) return scope;
  }
  return ROOT_KEY;
}

/** A result by the scopes its parts go to. */
export function groupByScope(draft: Draft, from: Key, result: Values): ReadonlyMap<Key, Values> {
  const groups = new Map<Key, Record<string, Json>>();
  for (const name of Object.keys(result)) {
    const scope = scopeHolding(draft, from, name);
    const values = groups.get(scope) ?? {};
    values[name] = result[name] ?? null;
    groups.set(scope, values);
  }
  return groups;
}

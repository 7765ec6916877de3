import { error, type Problem } from '../problem.ts';

/** Names that would reach into an object's prototype: refused wherever a key can come from outside. */
export const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];
export const MAX_DEPTH = 64;
/** Values of every kind in one graph, nested ones included. */
export const MAX_NODES = 2_000_000;

type Visit = { readonly value: object; readonly depth: number; readonly path: string };

export const isForbiddenKey = (key: string) => FORBIDDEN_KEYS.includes(key);

/** Refuses what would harm whoever walks it: too deep, too large, or keys that reach into prototypes. Walks without recursion. */
export function guardJson(
  json: unknown,
  limits: { readonly maxDepth: number; readonly maxNodes: number } = { maxDepth: MAX_DEPTH, maxNodes: MAX_NODES },
): Problem | undefined {
  if (!isNested(json)) return undefined;
  const open: Visit[] = [{ value: json, depth: 1, path: '' }];
  let nodes = 1;
  for (let visit = open.pop(); visit; visit = open.pop()) {
    if (visit.depth > limits.maxDepth) return error('too-deep', `Expected at most ${limits.maxDepth} levels, but ${visit.path} lies deeper.`);
    const keys = Object.keys(visit.value);
    nodes += keys.length;
    if (nodes > limits.maxNodes) return error('too-large', `Expected at most ${limits.maxNodes} values, but there are more.`);
    for (const key of keys) {
      const path = visit.path === '' ? key : `${visit.path}.${key}`;
      if (isForbiddenKey(key)) return error('key-forbidden', `Expected ordinary property names, but found “${key}” at ${path}.`, { path });
      const value: unknown = Reflect.get(visit.value, key);
      if (isNested(value)) open.push({ value, depth: visit.depth + 1, path });
    }
  }
  return undefined;
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;

import { type InstanceView, ROOT_SCOPE } from '@baton/contract';
import { sayValue } from './data/value-words.ts';
import type { GraphWords } from './graph-words.ts';

export type KeyFact = { readonly name: string; readonly label: string; readonly value: string };
const AT_MOST = 8;
/** Set by the engine at the start: the id of whoever started it. */
export const INITIATOR = 'initiator';

/** What the process declares as worth knowing first; where it declares nothing, the plain values it holds. */
export function keyFacts(view: InstanceView, words: GraphWords): KeyFact[] {
  const values = view.variables[ROOT_SCOPE] ?? {};
  const declared = words.graph.variables ?? [];
  const facts = declared.filter(({ isKeyFact }) => isKeyFact);
  const names = facts.length ? facts.map(({ name }) => name) : Object.keys(values).filter((name) => name !== INITIATOR && typeof values[name] !== 'object');
  return names
    .filter((name) => Object.hasOwn(values, name))
    .slice(0, AT_MOST)
    .map((name) => {
      const declaration = declared.find((variable) => variable.name === name);
      return { name, label: declaration?.label ?? name, value: sayValue(values[name] ?? null, declaration) };
    });
}

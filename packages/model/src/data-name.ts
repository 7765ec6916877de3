import { VARIABLE_NAME } from './form.ts';
import type { Artifact } from './graph.ts';

/** The variable that a data object is: the one it names, else its own name as a legal one. `undefined`: nothing is left to call it by. */
export function variableOf({ variable, name }: Pick<Artifact, 'variable' | 'name'>): string | undefined {
  if (variable !== undefined) return variable;
  const words = (name ?? '').split(/[^\p{L}\p{N}_]+/u).filter(Boolean);
  const joined = words.map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
  const legal = /^\p{N}/u.test(joined) ? `_${joined}` : joined;
  return VARIABLE_NAME.test(legal) ? legal.slice(0, 120) : undefined;
}

/** The name of a data store in the tenant. */
export const storeOf = ({ store, name }: Pick<Artifact, 'store' | 'name'>): string | undefined => store?.trim() || name?.trim() || undefined;

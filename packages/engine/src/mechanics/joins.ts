import type { CompiledNode } from '../compiled-process.ts';
import type { Key } from '../event.ts';
import { joinKey } from '../evolve.ts';
import type { Execution } from '../execution.ts';
import { incidentsOf, joinsOf } from './cancellation.ts';

/**
 * Nothing runs in the scope any more, but flows wait at joins: those can never fire. Raises an incident at each that has
 * none; false: nothing waits.
 */
export function raiseStarvedJoins(x: Execution, scope: Key): boolean {
  const joins = joinsOf(x, scope).filter((join) => x.draft.parked[joinKey(scope, join)] !== undefined);
  const known = new Set(incidentsOf(x, scope).map(([, incident]) => incident.elementId));
  const token = x.draft.element(scope);
  for (const join of joins) {
    if (known.has(join)) continue;
    const node = x.process.node(join);
    x.raise(node, token, { code: 'join-starved', message: starving(x, node, scope) });
  }
  return joins.length > 0;
}

function starving(x: Execution, node: CompiledNode, scope: Key): string {
  const cure = 'Resolving the incident lets it go on without.';
  if (node.startQuantity > 1) return `Expected ${node.startQuantity} tokens to begin “${node.label}”, but nothing is left that could bring more. ${cure}`;
  const missing = node.incoming.filter((flowId) => !waitingAt(x, scope, node.id).includes(flowId));
  return `Expected every flow into “${node.label}” to be taken, but nothing is left that could take ${missing.join(', ')}. ${cure}`;
}

/** Ids of the flows that wait at that join. */
export const waitingAt = (x: Execution, scope: Key, join: string): readonly string[] => Object.keys(x.draft.parked[joinKey(scope, join)] ?? {}).sort();

/** Something came after all, or somebody decided: the join isn't starving any more. */
export function closeStarvedJoin(x: Execution, scope: Key, join: string): void {
  const { incidents } = x.draft;
  for (const incidentKey in incidents) {
    const { key, elementId, code } = incidents[incidentKey]!;
    if (code === 'join-starved' && key === scope && elementId === join) x.emit({ type: 'incident.resolved', incidentKey });
  }
}

import type { Key } from '../event.ts';
import type { Execution } from '../execution.ts';
import { byNumber } from './keys.ts';

/** All that runs or waits inside a scope. */
export function cancelInside(x: Execution, scope: Key): void {
  x.forget(scope);
  for (const element of [...x.draft.elements.values()]) if (element.scope === scope) x.cancel(element.key);
  dropParked(x, scope);
}

/** Flows that wait at the scope's joins, and the incidents of those that starve. */
export function dropParked(x: Execution, scope: Key): void {
  for (const join of joinsOf(x, scope)) {
    x.emit({ type: 'flows.dropped', elementId: join, scope });
    for (const [incidentKey, incident] of incidentsOf(x, scope)) if (incident.elementId === join) x.emit({ type: 'incident.resolved', incidentKey });
  }
}

/** Element ids of the joins of that scope at which flows wait. */
export function joinsOf(x: Execution, scope: Key): readonly string[] {
  const prefix = `${scope}/`;
  return [...new Set([...Object.keys(x.draft.parked), ...x.draft.resets.keys()])]
    .filter((join) => join.startsWith(prefix))
    .map((join) => join.slice(prefix.length))
    .sort();
}

/** Open incidents of a scope and of the joins that starve in it. */
export function incidentsOf(x: Execution, key: Key) {
  return Object.entries(x.draft.incidents)
    .filter(([, incident]) => incident.key === key)
    .sort(([a], [b]) => byNumber(a, b));
}

/** It is without an object now, and so is what went wrong while it listened: closed, by nobody. */
export function closeIncidents(x: Execution, key: Key): void {
  for (const incidentKey in x.draft.incidents) if (x.draft.incidents[incidentKey]!.key === key) x.emit({ type: 'incident.resolved', incidentKey });
}

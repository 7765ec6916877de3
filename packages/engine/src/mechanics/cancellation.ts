import { bug } from '../draft.ts';
import type { Key } from '../event.ts';
import type { Execution } from '../execution.ts';

const inOrder = (a: Key, b: Key) => Number(a.slice(1)) - Number(b.slice(1));

/** All that runs or waits inside a scope. */
export function cancelInside(x: Execution, scope: Key): void {
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
  return Object.keys(x.draft.parked)
    .filter((join) => join.startsWith(prefix))
    .map((join) => join.slice(prefix.length))
    .sort();
}

/** The element listens no longer. */
export function dropTimers(x: Execution, key: Key): void {
  for (const timerKey of x.draft.element(key).timers ?? []) {
    x.emit({ type: 'timer.cancelled', timerKey, elementId: x.draft.timers[timerKey]?.elementId ?? bug(`timer ${timerKey} of ${key} is gone`) });
  }
}

/** Open incidents of a scope and of the joins that starve in it. */
export function incidentsOf(x: Execution, key: Key) {
  return Object.entries(x.draft.incidents)
    .filter(([, incident]) => incident.key === key)
    .sort(([a], [b]) => inOrder(a, b));
}

/** It is without an object now: closed, by nobody. */
export function closeIncident(x: Execution, key: Key): void {
  const { incident } = x.draft.element(key);
  if (incident !== undefined) x.emit({ type: 'incident.resolved', incidentKey: incident });
}

import type { CompiledNode } from '../compiled-process.ts';
import type { Execution } from '../execution.ts';
import type { Failure } from '../result.ts';
import type { LiveElement } from '../state.ts';

/** Begins to listen for the border events of an element: for all, or on a failure for none. */
export function listenAround(x: Execution, node: CompiledNode, host: LiveElement): Failure | null {
  const listening = [];
  for (const event of node.boundaryEvents) {
    const due = event.verbs.listen(x, host);
    if (!due.ok) return due.failure;
    listening.push({ elementId: event.id, ...due.value });
  }
  for (const timer of listening) x.emit({ type: 'timer.scheduled', timerKey: x.draft.nextTimerKey, key: host.key, ...timer });
  return null;
}

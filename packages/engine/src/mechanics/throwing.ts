import { DONE, type Next } from '../behaviour.ts';
import type { CompiledNode } from '../compiled-process.ts';
import type { Execution } from '../execution.ts';
import type { LiveElement } from '../state.ts';

/** Throws all an event has, in order; what it has to wait for comes last. */
export function throwAll(x: Execution, node: CompiledNode, token: LiveElement): Next {
  let outcome: Next = DONE;
  for (const trigger of node.triggers) {
    const next = trigger.throw(x, node, token);
    if (next.kind === 'fail' || !x.draft.elements.has(token.key)) return next;
    if (next.kind !== 'done') outcome = next;
  }
  return outcome;
}

import { canConnect, type Flow } from '@baton/model';
import { type Draft, indexOf, isTaken } from './draft.ts';
import { firstRefusal, type Refusal, refusal } from './outcome.ts';

export interface NewFlow {
  readonly from: string;
  readonly to: string;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly condition?: string | undefined;
}

/** Draws a flow into the draft, if the rules allow it. */
export function addFlow(draft: Draft, { from, to, id, name, condition }: NewFlow): Flow | Refusal {
  const refused = firstRefusal(canConnect(indexOf(draft), { from, to }));
  if (refused) return refused;
  const newId = draft.newId('flow', id);
  if (isTaken(draft, newId)) return refusal('duplicate-id', `Expected a new id, but “${newId}” is taken.`);
  const flow = { id: newId, from, to, ...(name && { name }), ...(condition && { condition }) };
  draft.flows.set(newId, flow);
  return flow;
}

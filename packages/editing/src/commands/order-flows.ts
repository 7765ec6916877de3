import type { EditCommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { done, type Outcome, refusal } from '../outcome.ts';

/** The flows keep the places in the list that they share, in the new order. */
export function orderFlows(draft: Draft, { from, flows }: EditCommandOf<'orderFlows'>): Outcome {
  const all = [...draft.flows.values()];
  const outgoing = all.filter((flow) => flow.from === from);
  const wanted = new Set(flows);
  if (wanted.size !== outgoing.length || flows.length !== outgoing.length || outgoing.some((flow) => !wanted.has(flow.id))) {
    return refusal('reference-unknown', `Expected the ${outgoing.length} flows out of “${from}”, each once, but found others.`);
  }
  const next = flows.flatMap((id) => draft.flows.get(id) ?? []).values();
  const ordered = all.map((flow) => (flow.from === from ? (next.next().value ?? flow) : flow));
  draft.flows.clear();
  for (const flow of ordered) draft.flows.set(flow.id, flow);
  return done();
}

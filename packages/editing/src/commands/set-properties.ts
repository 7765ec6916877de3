import { type Artifact, artifactSchema, type Lane, laneSchema, type MessageFlow, messageFlowSchema, type Pool, poolSchema } from '@baton/model';
import type { EditCommandOf, Properties } from '../command.ts';
import { type Draft, setElement } from '../draft.ts';
import { isRefusal } from '../new-element.ts';
import { done, type Outcome, unknownElement } from '../outcome.ts';
import { parsedPart, withProperties } from '../with-properties.ts';

export function setProperties(draft: Draft, { id, properties }: EditCommandOf<'setProperties'>): Outcome {
  const element = draft.elements.get(id);
  if (!element) return setPartProperties(draft, id, properties);
  const changed = withProperties(element, properties);
  if (isRefusal(changed)) return changed;
  setElement(draft, changed);
  return done();
}

/** Of whatever is drawn besides elements and flows. */
export function setPartProperties(draft: Draft, id: string, properties: Properties): Outcome {
  const [artifact, pool, lane, messageFlow] = [draft.artifacts.get(id), draft.pools.get(id), draft.lanes.get(id), draft.messageFlows.get(id)];
  if (artifact) return keep(draft.artifacts, parsedPart<Artifact>(artifactSchema, artifact, properties));
  if (pool) return keep(draft.pools, parsedPart<Pool>(poolSchema, pool, properties));
  if (lane) return keep(draft.lanes, parsedPart<Lane>(laneSchema, lane, properties));
  if (messageFlow) return keep(draft.messageFlows, parsedPart<MessageFlow>(messageFlowSchema, messageFlow, properties));
  return unknownElement(id);
}

function keep<T extends { readonly id: string }>(list: Map<string, T>, parsed: ReturnType<typeof parsedPart<T>>): Outcome {
  if (!parsed.ok) return parsed;
  list.set(parsed.part.id, parsed.part);
  return done();
}

import {
  type Artifact,
  artifactSchema,
  canCarry,
  type Element,
  isBoundaryEvent,
  type Lane,
  laneSchema,
  type MessageFlow,
  messageFlowSchema,
  type Pool,
  poolSchema,
} from '@baton/model';
import type { EditCommandOf, Properties } from '../command.ts';
import { fitContentToContainer } from '../consequences/fit-content-to-container.ts';
import { leaveLanesOfOtherPools } from '../consequences/leave-lanes-of-other-pools.ts';
import { removeFlowsNobodyMayDraw } from '../consequences/remove-flows-nobody-may-draw.ts';
import { withBelongings } from '../consequences/take-along.ts';
import { type Draft, indexOf, setElement } from '../draft.ts';
import { isRefusal } from '../new-element.ts';
import { done, firstRefusal, type Outcome, unknownElement } from '../outcome.ts';
import { parsedPart, withProperties } from '../with-properties.ts';

export function setProperties(draft: Draft, { id, properties }: EditCommandOf<'setProperties'>): Outcome {
  const element = draft.elements.get(id);
  if (!element) return setPartProperties(draft, id, properties);
  const changed = withProperties(element, properties);
  if (isRefusal(changed)) return changed;
  const { pool } = changed;
  if (pool !== undefined && pool !== element.pool && !draft.pools.has(pool)) return unknownElement(pool);
  const trigger = triggerOf(changed);
  const refused = trigger && trigger !== triggerOf(element) ? firstRefusal(canCarry(indexOf(draft), changed, trigger)) : undefined;
  if (refused) return refused;
  setElement(draft, changed);
  followUp(draft, element, changed);
  return done();
}

const triggerOf = (element: Element) => ('trigger' in element ? element.trigger?.type : undefined);

/** Properties that decide which flows there may be, or what may be inside. */
const DECISIVE: readonly string[] = ['trigger', 'isForCompensation', 'instantiate', 'pool'];

function followUp(draft: Draft, before: Element, { id, ...after }: Element) {
  const changed = Object.keys({ ...before, ...after }).filter((name) => Reflect.get(before, name) !== Reflect.get(after, name));
  if (changed.includes('pool')) putInPool(draft, id, after.pool);
  if (changed.some((name) => DECISIVE.includes(name))) removeFlowsNobodyMayDraw(draft, [id]);
  if (changed.includes('triggeredByEvent')) fitContentToContainer(draft, id);
}

/** Border events go with their step. */
function putInPool(draft: Draft, id: string, pool: string | undefined) {
  const belongings = withBelongings(draft, [id]);
  for (const event of [...draft.elements.values()].filter(isBoundaryEvent)) {
    const { pool: _pool, ...rest } = event;
    if (event.attachedTo === id && event.parent === undefined) setElement(draft, { ...rest, ...(pool && { pool }) });
  }
  leaveLanesOfOtherPools(draft, belongings);
  removeFlowsNobodyMayDraw(draft, belongings);
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

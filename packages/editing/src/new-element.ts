import { ELEMENTS, type Element, type ElementType, elementSchema } from '@baton/model';
import type { Properties } from './command.ts';
import { type Draft, isTaken } from './draft.ts';
import { type Refusal, refusal } from './outcome.ts';
import { withProperties } from './with-properties.ts';

/** What a fresh element is given so that somebody sees what is still to be filled in. */
const FIRST: { readonly [T in ElementType]: Properties } = {
  startEvent: {},
  userTask: {},
  serviceTask: {},
  scriptTask: {},
  businessRuleTask: {},
  sendTask: {},
  receiveTask: {},
  manualTask: {},
  task: {},
  exclusiveGateway: {},
  parallelGateway: {},
  inclusiveGateway: {},
  eventBasedGateway: {},
  complexGateway: {},
  intermediateCatchEvent: { trigger: { type: 'timer' } },
  intermediateThrowEvent: {},
  boundaryEvent: { trigger: { type: 'timer' } },
  subProcess: {},
  transaction: {},
  adHocSubProcess: {},
  callActivity: {},
  endEvent: {},
};

export interface NewElement {
  readonly type: ElementType;
  readonly id?: string | undefined;
  readonly parent?: string | undefined;
  /** It stands in the same sub-process, pool and lane as this one. */
  readonly beside?: Element | undefined;
  readonly attachedTo?: string | undefined;
  readonly properties?: Properties | undefined;
}

/** An element that is not yet in the draft; a refusal if its properties don't fit its type. */
export function newElement(draft: Draft, { type, id, beside, parent = beside?.parent, attachedTo, properties = {} }: NewElement): Element | Refusal {
  const newId = draft.newId(type, id);
  if (isTaken(draft, newId)) return refusal('duplicate-id', `Expected a new id, but “${newId}” is taken.`);
  const place = { ...(parent !== undefined && { parent }), ...(beside?.pool && { pool: beside.pool }), ...(beside?.lane && { lane: beside.lane }) };
  const bare = { id: newId, type, ...place, ...(attachedTo !== undefined && { attachedTo }), ...FIRST[type] };
  const parsed = elementSchema.safeParse(bare);
  if (!parsed.success)
    return refusal('property-invalid', `Expected a ${ELEMENTS[type].label.toLowerCase()}, but ${parsed.error.issues[0]?.message ?? 'it is not complete'}.`);
  return withProperties(parsed.data, properties);
}

export const isRefusal = (value: object): value is Refusal => 'ok' in value && value.ok === false;

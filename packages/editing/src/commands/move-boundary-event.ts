import { canAttach, isBoundaryEvent, nameOf } from '@baton/model';
import type { EditCommandOf } from '../command.ts';
import { removeFlowsNobodyMayDraw } from '../consequences/remove-flows-nobody-may-draw.ts';
import { removeFlowsThatCrossBorders } from '../consequences/remove-flows-that-cross-borders.ts';
import { type Draft, indexOf, setElement } from '../draft.ts';
import { done, firstRefusal, type Outcome, refusal, unknownElement } from '../outcome.ts';
import { putOnBorder } from './attach-boundary-event.ts';

/** Along the border, or over to another step. */
export function moveBoundaryEvent(draft: Draft, { id, side, t, host }: EditCommandOf<'moveBoundaryEvent'>): Outcome {
  const event = draft.elements.get(id);
  if (!event) return unknownElement(id);
  if (!isBoundaryEvent(event)) return refusal('attach-not-an-event', `Expected a border event, but ${nameOf(event)} is none.`);
  const attachedTo = host ?? event.attachedTo;
  const refused = firstRefusal(canAttach(indexOf(draft), { host: attachedTo, event: id }));
  if (refused) return refused;
  const { parent, pool, lane } = draft.elements.get(attachedTo) ?? event;
  const { parent: _parent, pool: _pool, lane: _lane, ...rest } = event;
  setElement(draft, { ...rest, attachedTo, ...(parent && { parent }), ...(pool && { pool }), ...(lane && { lane }) });
  removeFlowsThatCrossBorders(draft);
  removeFlowsNobodyMayDraw(draft, [id]);
  putOnBorder(draft, id, { host: attachedTo, side, t });
  return done();
}

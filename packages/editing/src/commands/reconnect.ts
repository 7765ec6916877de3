import { canConnect } from '@baton/model';
import type { EditCommandOf } from '../command.ts';
import { dropConditionsWhereNobodyDecides } from '../consequences/drop-conditions-where-nobody-decides.ts';
import { keepOneDefault } from '../consequences/keep-one-default.ts';
import { type Draft, indexOf } from '../draft.ts';
import { done, firstRefusal, type Outcome, unknownFlow } from '../outcome.ts';

export function reconnect(draft: Draft, command: EditCommandOf<'reconnect'>): Outcome {
  const flow = draft.flows.get(command.flow);
  if (!flow) return unknownFlow(command.flow);
  const { from = flow.from, to = flow.to } = command;
  const refused = firstRefusal(canConnect(indexOf(draft), { from, to, flowId: flow.id }));
  if (refused) return refused;
  draft.flows.set(flow.id, { ...flow, from, to });
  draft.layout.delete(flow.id);
  dropConditionsWhereNobodyDecides(draft, from);
  if (draft.flows.get(flow.id)?.isDefault) keepOneDefault(draft, flow.id);
  return done();
}

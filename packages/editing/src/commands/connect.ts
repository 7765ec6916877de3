import type { EditCommandOf } from '../command.ts';
import { dropConditionsWhereNobodyDecides } from '../consequences/drop-conditions-where-nobody-decides.ts';
import type { Draft } from '../draft.ts';
import { isRefusal } from '../new-element.ts';
import { addFlow } from '../new-flow.ts';
import { done, type Outcome } from '../outcome.ts';

export function connect(draft: Draft, { from, to, id, name, condition }: EditCommandOf<'connect'>): Outcome {
  const flow = addFlow(draft, { from, to, id, name, condition });
  if (isRefusal(flow)) return flow;
  dropConditionsWhereNobodyDecides(draft, from);
  return done([flow.id]);
}

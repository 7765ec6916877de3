import type { EditCommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { linesOf } from '../lines.ts';
import { done, type Outcome, unknownFlow } from '../outcome.ts';

/** The flow finds its own way again. */
export function resetRoute(draft: Draft, { flow }: EditCommandOf<'resetRoute'>): Outcome {
  if (!draft.flows.has(flow) && !linesOf(draft).some(({ id }) => id === flow)) return unknownFlow(flow);
  draft.layout.delete(flow);
  return done();
}

import { ELEMENTS, explainIssue, type Flow, flowSchema, nameOf } from '@baton/model';
import type { EditCommandOf } from '../command.ts';
import { keepOneDefault } from '../consequences/keep-one-default.ts';
import type { Draft } from '../draft.ts';
import { done, type Outcome, refusal, unknownFlow } from '../outcome.ts';

export function setFlow(draft: Draft, command: EditCommandOf<'setFlow'>): Outcome {
  const flow = draft.flows.get(command.id);
  const source = flow && draft.elements.get(flow.from);
  if (!flow || !source) return unknownFlow(command.id);
  if ((command.condition || command.isDefault) && !ELEMENTS[source.type].decides) {
    return refusal(
      command.condition ? 'condition-not-allowed' : 'default-not-allowed',
      `Expected a flow out of a decision or an activity, but ${nameOf(source)} is neither: it always goes on.`,
    );
  }
  const changed = present(withoutContradiction({ ...flow, ...command }, command));
  const parsed = flowSchema.safeParse(changed);
  if (!parsed.success) {
    const [explanation] = parsed.error.issues.flatMap((issue) => explainIssue(issue, changed));
    return refusal('property-invalid', explanation?.message ?? 'Expected other properties of the flow, but these do not fit.');
  }
  draft.flows.set(flow.id, parsed.data);
  if (parsed.data.isDefault) keepOneDefault(draft, flow.id);
  return done();
}

type Changed = { readonly [K in keyof Flow]: Flow[K] | null };

/** What was said last counts: a new default loses its condition, a new condition makes it no default. */
function withoutContradiction(flow: Changed, { condition, isDefault }: EditCommandOf<'setFlow'>): Changed {
  if (isDefault) return { ...flow, condition: null };
  return condition ? { ...flow, isDefault: null } : flow;
}

const present = ({ ...flow }: Changed) =>
  Object.fromEntries(
    Object.entries(flow).filter(([name, value]) => name !== 'type' && value !== null && value !== undefined && value !== false && value !== ''),
  );

import { explainIssue, graphSchema } from '@baton/model';
import type { EditCommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { done, type Outcome, refusal } from '../outcome.ts';

const properties = graphSchema.pick({ name: true, description: true, variables: true, versionTag: true });

export function setGraphProperties(draft: Draft, { name, description, variables, versionTag }: EditCommandOf<'setGraphProperties'>): Outcome {
  const { properties: before } = draft;
  const wanted = {
    name: name?.trim() ?? before.name,
    description: description === undefined ? before.description : description || undefined,
    variables: variables === undefined ? before.variables : (variables ?? undefined),
    versionTag: versionTag === undefined ? before.versionTag : versionTag || undefined,
  };
  const parsed = properties.safeParse(wanted);
  if (!parsed.success) {
    const [explanation] = parsed.error.issues.flatMap((issue) => explainIssue(issue, wanted));
    return refusal(explanation?.code ?? 'property-invalid', explanation?.message ?? 'Expected other properties, but these do not fit.');
  }
  Object.assign(before, wanted);
  return done();
}

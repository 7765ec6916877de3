import { type Artifact, artifactSchema, canContain } from '@baton/model';
import { ARTIFACT_SIZES } from '../artifact-sizes.ts';
import type { EditCommandOf } from '../command.ts';
import { growContainerToContent } from '../consequences/grow-container-to-content.ts';
import { type Draft, indexOf, isTaken, place } from '../draft.ts';
import { boxAround } from '../geometry/box.ts';
import { done, firstRefusal, type Outcome, refusal } from '../outcome.ts';
import { parsedPart } from '../with-properties.ts';
import { connect } from './connect.ts';

export function addArtifact(draft: Draft, { artifactType, at, parent, about, id, properties }: EditCommandOf<'addArtifact'>): Outcome {
  const scope = parent ?? undefined;
  const refused = firstRefusal(canContain(indexOf(draft), { parent: scope }));
  if (refused) return refused;
  const newId = draft.newId(artifactType, id);
  if (isTaken(draft, newId)) return refusal('duplicate-id', `Expected a new id, but “${newId}” is taken.`);
  const artifact = parsedPart<Artifact>(artifactSchema, { id: newId, type: artifactType, ...(scope !== undefined && { parent: scope }) }, properties);
  if (!artifact.ok) return artifact;

  draft.artifacts.set(newId, artifact.part);
  place(draft, newId, boxAround(at, ARTIFACT_SIZES[artifactType]));
  growContainerToContent(draft, scope);
  if (about === undefined) return done([newId]);
  const joined = connect(draft, { type: 'connect', from: newId, to: about });
  return joined.ok ? done([newId, ...joined.created]) : joined;
}

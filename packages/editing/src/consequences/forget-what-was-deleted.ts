import { type Artifact, type Element, isThrowing } from '@baton/model';
import { type Draft, setElement } from '../draft.ts';
import { linesOf, removeLine } from '../lines.ts';

/** Lines go with what they end at, notes with the sub-process they lie in; notes and throwing events let go of what they point at. */
export function forgetWhatWasDeleted(draft: Draft) {
  const gone = goneFrom(draft);
  if (gone.size === 0) return;
  removeLines(draft, gone);
  for (const artifact of [...draft.artifacts.values()]) letGo(draft, artifact, gone);
  for (const element of [...draft.elements.values()]) {
    letGoOfPlace(draft, element, gone);
    letGoOfActivity(draft, draft.elements.get(element.id) ?? element, gone);
  }
}

function goneFrom({ before, ...draft }: Draft): Set<string> {
  const gone = new Set<string>();
  for (const list of ['elements', 'flows', 'artifacts', 'pools', 'lanes', 'messageFlows'] as const)
    for (const { id } of before[list] ?? []) if (!draft[list].has(id)) gone.add(id);
  return gone;
}

/** One may end at another: again, until nothing more goes. */
function removeLines(draft: Draft, gone: Set<string>) {
  for (let size = -1; size !== gone.size; ) {
    size = gone.size;
    for (const { id, from, to } of linesOf(draft)) {
      if (!gone.has(from) && !gone.has(to)) continue;
      removeLine(draft, id);
      gone.add(id);
    }
  }
}

function letGo(draft: Draft, artifact: Artifact, gone: ReadonlySet<string>) {
  const { attachedTo, pool, ...kept } = artifact;
  const [points, lies] = [attachedTo !== undefined && !gone.has(attachedTo), pool !== undefined && !gone.has(pool)];
  if (gone.has(artifact.parent ?? '')) removeLine(draft, artifact.id);
  else if (points !== (attachedTo !== undefined) || lies !== (pool !== undefined))
    draft.artifacts.set(artifact.id, { ...kept, ...(points && { attachedTo }), ...(lies && { pool }) });
}

function letGoOfPlace(draft: Draft, element: Element, gone: ReadonlySet<string>) {
  const { pool, lane, ...kept } = element;
  const [inPool, inLane] = [pool !== undefined && !gone.has(pool), lane !== undefined && !gone.has(lane)];
  if (inPool === (pool !== undefined) && inLane === (lane !== undefined)) return;
  setElement(draft, { ...kept, ...(inPool && { pool }), ...(inLane && { lane }) });
}

/** A compensation that names a step which is gone undoes all of its scope. */
function letGoOfActivity(draft: Draft, element: Element, gone: ReadonlySet<string>) {
  if (!isThrowing(element) || !('trigger' in element) || element.trigger?.type !== 'compensation') return;
  const { activity, ...trigger } = element.trigger;
  if (activity !== undefined && gone.has(activity)) setElement(draft, { ...element, trigger });
}

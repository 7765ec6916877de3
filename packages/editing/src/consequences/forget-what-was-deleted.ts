import { type Artifact, type Element, isThrowing } from '@baton/model';
import { type Draft, setElement } from '../draft.ts';
import { removeMessageFlow } from './remove-flows-nobody-may-draw.ts';

/** Associations and message flows go with what they end at; notes, lanes, elements and throwing events only let go of it. */
export function forgetWhatWasDeleted(draft: Draft) {
  const gone = goneFrom(draft);
  if (gone.size === 0) return;
  for (const { id, from, to } of [...draft.messageFlows.values()]) {
    if (!gone.has(from) && !gone.has(to)) continue;
    removeMessageFlow(draft, id);
    gone.add(id);
  }
  removeAssociations(draft, gone);
  for (const artifact of [...draft.artifacts.values()]) letGo(draft, artifact, gone);
  for (const element of [...draft.elements.values()]) letGoOfActivity(draft, element, gone);
}

function goneFrom({ before, ...draft }: Draft): Set<string> {
  const gone = new Set<string>();
  for (const list of ['elements', 'flows', 'artifacts', 'pools', 'lanes', 'messageFlows'] as const)
    for (const { id } of before[list] ?? []) if (!draft[list].has(id)) gone.add(id);
  return gone;
}

/** One may end at another: again, until nothing more goes. */
function removeAssociations(draft: Draft, gone: Set<string>) {
  for (let size = -1; size !== gone.size; ) {
    size = gone.size;
    for (const { id, type, from = '', to = '' } of [...draft.artifacts.values()]) {
      if ((type !== 'association' && type !== 'dataAssociation') || (!gone.has(from) && !gone.has(to))) continue;
      draft.artifacts.delete(id);
      draft.layout.delete(id);
      gone.add(id);
    }
  }
}

function letGo(draft: Draft, artifact: Artifact, gone: ReadonlySet<string>) {
  const { attachedTo = '', parent = '' } = artifact;
  if (!gone.has(attachedTo) && !gone.has(parent)) return;
  const kept = Object.entries(artifact).filter(([name, value]) => !((name === 'attachedTo' || name === 'parent') && gone.has(String(value))));
  draft.artifacts.set(artifact.id, { id: artifact.id, type: artifact.type, ...Object.fromEntries(kept) });
}

/** A compensation that names a step which is gone undoes all of its scope. */
function letGoOfActivity(draft: Draft, element: Element, gone: ReadonlySet<string>) {
  if (!isThrowing(element) || !('trigger' in element) || element.trigger?.type !== 'compensation') return;
  const { activity, ...trigger } = element.trigger;
  if (activity !== undefined && gone.has(activity)) setElement(draft, { ...element, trigger });
}

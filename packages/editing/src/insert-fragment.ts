import { type Artifact, type Element, elementSchema, type Flow, flowSchema, isEdgeLayout, type Point } from '@baton/model';
import type { Fragment } from './command.ts';
import { fitTriggersToPlace } from './consequences/fit-triggers-to-place.ts';
import { growContainerToContent } from './consequences/grow-container-to-content.ts';
import { leaveLanesOfOtherPools } from './consequences/leave-lanes-of-other-pools.ts';
import { type Draft, isTaken, setElement } from './draft.ts';
import { done, type Outcome, refusal } from './outcome.ts';
import { shiftEdge, shiftShape } from './shift.ts';

export interface Insertion {
  readonly by: Point;
  /** Sub-process of what lay in none of the copied ones. */
  readonly parent: (element: Element) => string | undefined;
}

/** Puts a copy into the draft: new ids, the same names, references kept among the copies. */
export function insertFragment(draft: Draft, fragment: Fragment, { by, parent }: Insertion): Outcome {
  const flaw = flawOf(fragment);
  if (flaw) return refusal('property-invalid', flaw);
  const ids = new Map<string, string>();
  const fresh = (id: string, prefix: string) => {
    const newId = draft.newId(prefix);
    ids.set(id, newId);
    return newId;
  };
  for (const element of fragment.elements) setElement(draft, { ...element, id: fresh(element.id, element.type) });
  for (const element of fragment.elements) relink(draft, element, { ids, parent });
  for (const flow of fragment.flows) insertFlow(draft, flow, { id: fresh(flow.id, 'flow'), ids });
  for (const artifact of fragment.artifacts) draft.artifacts.set(fresh(artifact.id, artifact.type), artifact);
  for (const artifact of fragment.artifacts) relinkArtifact(draft, artifact, { id: ids.get(artifact.id) ?? artifact.id, ids });
  const copies = fragment.elements.flatMap((element) => ids.get(element.id) ?? []);
  for (const id of copies) fitCopy(draft, id, ids);
  fitTriggersToPlace(draft, copies);
  leaveLanesOfOtherPools(draft, copies);
  insertLayout(draft, fragment, { ids, by });
  for (const id of new Set(fragment.elements.map((element) => draft.elements.get(ids.get(element.id) ?? '')?.parent))) growContainerToContent(draft, id);
  return done([...ids.values()].filter((id) => isTaken(draft, id)));
}

/** A clipboard comes from anywhere. */
function flawOf({ elements, flows }: Fragment): string | undefined {
  const ids = new Set(elements.map((element) => element.id));
  const isWhole = elements.every((element) => elementSchema.safeParse(element).success && (element.type !== 'boundaryEvent' || ids.has(element.attachedTo)));
  const isJoined = flows.every((flow) => flowSchema.safeParse(flow).success && ids.has(flow.from) && ids.has(flow.to));
  return isWhole && isJoined ? undefined : 'Expected copied elements and the flows between them, but found something else.';
}

function relink(draft: Draft, original: Element, { ids, parent }: { readonly ids: ReadonlyMap<string, string>; readonly parent: Insertion['parent'] }) {
  const id = ids.get(original.id) ?? original.id;
  const { parent: _parent, ...rest } = original;
  const newParent = (original.parent && ids.get(original.parent)) ?? parent(original);
  const host = rest.type === 'boundaryEvent' ? { attachedTo: ids.get(rest.attachedTo) ?? rest.attachedTo } : {};
  setElement(draft, { ...rest, ...host, id, ...(newParent !== undefined && { parent: newParent }) });
}

type Target = { readonly id: string; readonly ids: ReadonlyMap<string, string> };

function insertFlow(draft: Draft, flow: Flow, { id, ids }: Target) {
  draft.flows.set(id, { ...flow, id, from: ids.get(flow.from) ?? flow.from, to: ids.get(flow.to) ?? flow.to });
}

/** Associations are copied with both of their ends; what a copy names outside of the copies it lets go of. */
function relinkArtifact(draft: Draft, { attachedTo, from, to, parent, ...artifact }: Artifact, { id, ids }: Target) {
  const isLine = artifact.type === 'association' || artifact.type === 'dataAssociation';
  const ends = isLine ? { from: ids.get(from ?? ''), to: ids.get(to ?? '') } : {};
  draft.artifacts.delete(id);
  if (isLine && (!ends.from || !ends.to)) return;
  const kept = { attachedTo: ids.get(attachedTo ?? ''), parent: ids.get(parent ?? '') ?? (draft.elements.has(parent ?? '') ? parent : undefined), ...ends };
  draft.artifacts.set(id, { ...artifact, id, ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)) });
}

/** A copy stands in a pool only where there is one, and undoes what was copied with it. */
function fitCopy(draft: Draft, id: string, ids: ReadonlyMap<string, string>) {
  const copy = draft.elements.get(id);
  if (!copy) return;
  const { pool, ...rest } = copy;
  const placed = copy.parent === undefined && pool !== undefined && draft.pools.has(pool) ? copy : rest;
  const undone = 'trigger' in placed && placed.trigger?.type === 'compensation' ? ids.get(placed.trigger.activity ?? '') : undefined;
  if (undone === undefined || !('trigger' in placed) || placed.trigger?.type !== 'compensation') setElement(draft, placed);
  else setElement(draft, { ...placed, trigger: { ...placed.trigger, activity: undone } });
}

function insertLayout(draft: Draft, { layout }: Fragment, { ids, by }: { readonly ids: ReadonlyMap<string, string>; readonly by: Point }) {
  for (const [original, place] of Object.entries(layout)) {
    const id = ids.get(original);
    if (id === undefined) continue;
    draft.layout.set(id, place);
    if (isEdgeLayout(place)) shiftEdge(draft, id, by);
    else shiftShape(draft, id, by);
  }
}

import { type Artifact, type Box, type Graph, isEdgeLayout } from '@baton/model';
import type { Fragment } from './command.ts';
import { withBelongings } from './consequences/take-along.ts';
import { draftOf } from './draft.ts';
import { boxAroundAll } from './geometry/box.ts';

/** What is copied of a selection: elements with all that belongs to them, and the flows between them. */
export function copyFragment(graph: Graph, ids: readonly string[]): Fragment {
  const draft = draftOf(graph);
  const copied = new Set(
    withBelongings(
      draft,
      ids.filter((id) => !isBoundaryEventWithoutHost(graph, id, ids)),
    ),
  );
  const flows = graph.flows.filter((flow) => copied.has(flow.from) && copied.has(flow.to));
  const artifacts = copiedArtifacts(graph, new Set([...copied, ...flows.map((flow) => flow.id), ...ids]));
  const drawn = new Set([...copied, ...flows.map((flow) => flow.id), ...artifacts.map((artifact) => artifact.id)]);
  return {
    elements: graph.elements.filter((element) => copied.has(element.id)),
    flows,
    artifacts,
    layout: Object.fromEntries(Object.entries(graph.layout).filter(([id]) => drawn.has(id))),
  };
}

/** Those chosen, those drawn in a copied sub-process, and associations with both ends among the copies. */
function copiedArtifacts({ artifacts = [] }: Graph, copied: ReadonlySet<string>): Artifact[] {
  const isLine = ({ type }: Artifact) => type === 'association' || type === 'dataAssociation';
  const shapes = artifacts.filter((each) => !isLine(each) && (copied.has(each.id) || copied.has(each.parent ?? '')));
  const ends = new Set([...copied, ...shapes.map((each) => each.id)]);
  const lines = artifacts.filter((each) => isLine(each) && ends.has(each.from ?? '') && ends.has(each.to ?? ''));
  return artifacts.filter((each) => shapes.includes(each) || lines.includes(each));
}

/** It needs a step to sit on. */
function isBoundaryEventWithoutHost(graph: Graph, id: string, ids: readonly string[]): boolean {
  const element = graph.elements.find((each) => each.id === id);
  return element?.type === 'boundaryEvent' && !ids.includes(element.attachedTo);
}

export const fragmentBox = ({ layout }: Fragment): Box | undefined => boxAroundAll(Object.values(layout).flatMap((each) => (isEdgeLayout(each) ? [] : each)));

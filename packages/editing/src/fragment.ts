import { type Box, type Graph, isEdgeLayout } from '@baton/model';
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
  const notes = new Set(
    (graph.artifacts ?? []).filter(({ id, parent }) => ids.includes(id) || (parent !== undefined && copied.has(parent))).map(({ id }) => id),
  );
  const isCopied = (id: string | undefined) => id === undefined || copied.has(id) || notes.has(id);
  const artifacts = (graph.artifacts ?? []).filter(({ id, from, to }) => (from === undefined ? notes.has(id) : isCopied(from) && isCopied(to)));
  const drawn = new Set([...copied, ...flows.map((flow) => flow.id), ...artifacts.map((artifact) => artifact.id)]);
  return {
    elements: graph.elements.filter((element) => copied.has(element.id)),
    flows,
    artifacts,
    layout: Object.fromEntries(Object.entries(graph.layout).filter(([id]) => drawn.has(id))),
  };
}

/** It needs a step to sit on. */
function isBoundaryEventWithoutHost(graph: Graph, id: string, ids: readonly string[]): boolean {
  const element = graph.elements.find((each) => each.id === id);
  return element?.type === 'boundaryEvent' && !ids.includes(element.attachedTo);
}

export const fragmentBox = ({ layout }: Fragment): Box | undefined => boxAroundAll(Object.values(layout).flatMap((each) => (isEdgeLayout(each) ? [] : each)));

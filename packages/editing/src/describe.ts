import { capital, ELEMENTS, type Graph, indexGraph, nameOf, nameOfFlow } from '@baton/model';
import type { EditCommand, EditCommandOf, EditCommandType, PlacedArtifactType } from './command.ts';

/** What undo calls a command: "Move “Approve invoice”". `graph` is the one it was given to. */
export function describe(graph: Graph, command: EditCommand): string {
  return wordsOf(command, (id) => nameIn(graph, id));
}

type NameOf = (id: string) => string;
type CommandMap = { [T in EditCommandType]: EditCommandOf<T> };
type Words<T extends EditCommandType> = { readonly [K in T]: (command: CommandMap[K], name: NameOf) => string };

const several = (verb: string, ids: readonly string[], name: NameOf) => (ids.length === 1 ? `${verb} ${name(ids[0] ?? '')}` : `${verb} ${ids.length} elements`);

const ARTIFACT_WORDS: { readonly [T in PlacedArtifactType]: string } = {
  textAnnotation: 'note',
  group: 'group',
  dataObject: 'data object',
  dataStore: 'data store',
};

const WORDS: Words<EditCommandType> = {
  addElement: ({ elementType }) => `Add ${ELEMENTS[elementType].label.toLowerCase()}`,
  appendElement: ({ elementType, after }, name) => `Add ${ELEMENTS[elementType].label.toLowerCase()} after ${name(after)}`,
  addArtifact: ({ artifactType }) => `Add ${ARTIFACT_WORDS[artifactType]}`,
  addPool: () => 'Add pool',
  addLane: () => 'Add lane',
  connect: ({ from, to }, name) => `Connect ${name(from)} to ${name(to)}`,
  reconnect: ({ flow }, name) => `Reconnect ${name(flow)}`,
  removeElements: ({ ids }, name) => several('Delete', ids, name),
  moveElements: ({ ids }, name) => several('Move', ids, name),
  resize: ({ id }, name) => `Resize ${name(id)}`,
  rename: ({ id }, name) => `Rename ${name(id)}`,
  setProperties: ({ id }, name) => `Change ${name(id)}`,
  setFlow: ({ id }, name) => `Change ${name(id)}`,
  orderFlows: ({ from }, name) => `Change the order after ${name(from)}`,
  changeType: ({ id, to }, name) => `Change ${name(id)} to ${ELEMENTS[to].label.toLowerCase()}`,
  attachBoundaryEvent: ({ host }, name) => `Add border event to ${name(host)}`,
  moveBoundaryEvent: ({ id }, name) => `Move ${name(id)}`,
  detachBoundaryEvent: ({ id }, name) => `Take ${name(id)} off the border`,
  setGraphProperties: () => 'Change the process',
  setWaypoints: ({ flow }, name) => `Bend ${name(flow)}`,
  resetRoute: ({ flow }, name) => `Re-route ${name(flow)}`,
  moveLabel: ({ id }, name) => `Move the name of ${name(id)}`,
  paste: ({ fragment }) => `Paste ${fragment.elements.length} ${fragment.elements.length === 1 ? 'element' : 'elements'}`,
  duplicate: ({ ids }, name) => several('Duplicate', ids, name),
  toggleCollapsed: ({ id }, name) => `Open or close ${name(id)}`,
};

function wordsOf<T extends EditCommandType>(command: { [K in T]: CommandMap[K] }[T], name: NameOf, words: Words<T> = WORDS): string {
  const type: T = command.type;
  return capital(words[type](command, name));
}

function nameIn(graph: Graph, id: string): string {
  const index = indexGraph(graph);
  const element = index.element(id);
  const flow = index.flow(id);
  if (element) return nameOf(element);
  if (flow) return nameOfFlow(index, flow);
  const part = [...(graph.pools ?? []), ...(graph.lanes ?? []), ...(graph.messageFlows ?? []), ...(graph.artifacts ?? [])].find((each) => each.id === id);
  return `“${part?.name?.trim() || id}”`;
}

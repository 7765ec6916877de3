import {
  type Artifact,
  type Element,
  type Flow,
  GRAPH_FORMAT,
  GRAPH_FORMAT_VERSION,
  type Graph,
  isElementType,
  type Layout,
  type VariableDeclaration,
} from '@baton/model';
import type * as Y from 'yjs';
import { type Entry, mapsOf, ORDER, type Value } from './layout-of-document.ts';

/** Something two people's changes left behind and reading put right. */
export interface Repair {
  readonly elementId: string;
  readonly message: string;
}

export interface ReadDraft {
  readonly graph: Graph;
  readonly repairs: readonly Repair[];
}

/** Whether the document holds anything yet. */
export const isEmptyDraft = (doc: Y.Doc): boolean => mapsOf(doc).meta.size === 0;

/**
 * Reads the graph out of a document, deterministically: the same document gives the same graph everywhere.
 * What concurrent changes left half (a flow whose end is gone, a border event without its step) is left out and told in `repairs`.
 * The result has a graph's form, but property values are as they were written: validate it before it is published.
 */
export function readDraft(doc: Y.Doc): ReadDraft {
  return createDraftReader(doc).read();
}

export interface DraftReader {
  /** Entries that did not change since the last call keep their identity. */
  read(): ReadDraft;
  stop(): void;
}

export function createDraftReader(doc: Y.Doc): DraftReader {
  const maps = mapsOf(doc);
  const elements = cachedEntries<Element>(maps.elements);
  const flows = cachedEntries<Flow>(maps.flows);
  const artifacts = cachedEntries<Artifact>(maps.artifacts);
  return {
    read: () => mend(maps.meta, elements.read(), flows.read(), artifacts.read(), maps.layout.toJSON() as Layout),
    stop: () => {
      for (const entries of [elements, flows, artifacts]) entries.stop();
    },
  };
}

function cachedEntries<T extends { id: string }>(map: Y.Map<Entry>) {
  const cache = new Map<string, { order: number; value: T }>();
  const forget = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    for (const event of events) {
      if (event.path.length === 0) for (const id of event.keys.keys()) cache.delete(id);
      else cache.delete(String(event.path[0]));
    }
  };
  map.observeDeep(forget);
  const readEntry = (id: string, entry: Entry) => {
    const known = cache.get(id);
    if (known) return known;
    const { [ORDER]: order, ...properties } = entry.toJSON();
    const read = { order: typeof order === 'number' ? order : Number.MAX_SAFE_INTEGER, value: { ...properties, id } as unknown as T };
    cache.set(id, read);
    return read;
  };
  return {
    read: (): T[] =>
      [...map]
        .map(([id, entry]) => readEntry(id, entry))
        .sort((a, b) => a.order - b.order || (a.value.id < b.value.id ? -1 : 1))
        .map(({ value }) => value),
    stop: () => map.unobserveDeep(forget),
  };
}

function mend(meta: Y.Map<Value>, drawn: Element[], flows: Flow[], artifacts: Artifact[], layout: Layout): ReadDraft {
  const repairs: Repair[] = [];
  const keep = <T extends { id: string }>(list: T[], isWhole: (entry: T) => boolean, message: string): T[] =>
    list.filter((entry) => {
      if (isWhole(entry)) return true;
      repairs.push({ elementId: entry.id, message });
      return false;
    });

  const known = keep(drawn, (element) => isElementType(element.type), 'Left out: this element has no type, because it was changed while somebody deleted it.');
  const elements = keepAttached(known, (list, isWhole) => keep(list, isWhole, 'Left out: what it sat on or in was deleted by somebody else.'));
  const ids = new Set(elements.map(({ id }) => id));
  const whole = keep(flows, (flow) => ids.has(flow.from) && ids.has(flow.to), 'Left out: one of the ends of this flow was deleted by somebody else.');
  for (const { id } of whole) ids.add(id);
  const notes = keep(artifacts, (artifact) => artifact.type !== undefined, 'Left out: this note was changed while somebody deleted it.');
  for (const { id } of notes) ids.add(id);
  return { graph: { ...metaOf(meta), elements, flows: whole, ...(notes.length ? { artifacts: notes } : {}), layout: layoutOf(layout, ids) }, repairs };
}

type Keep = (list: Element[], isWhole: (element: Element) => boolean) => Element[];

/** Until nothing falls out any more: a border event goes with its step, which went with its sub-process. */
function keepAttached(elements: Element[], keep: Keep): Element[] {
  const ids = new Set(elements.map(({ id }) => id));
  const left = keep(elements, (element) => holdersOf(element).every((id) => ids.has(id)));
  return left.length === elements.length ? left : keepAttached(left, keep);
}

const holdersOf = (element: Element): string[] =>
  [element.parent, 'attachedTo' in element ? element.attachedTo : undefined].filter((id): id is string => id !== undefined);

function metaOf(meta: Y.Map<Value>): Omit<Graph, 'elements' | 'flows' | 'artifacts' | 'layout'> {
  const { key, name, description, variables } = meta.toJSON() as { key?: string; name?: string; description?: string; variables?: VariableDeclaration[] };
  return {
    format: GRAPH_FORMAT,
    formatVersion: GRAPH_FORMAT_VERSION,
    key: key ?? '',
    name: name ?? '',
    ...(description === undefined ? {} : { description }),
    ...(variables === undefined ? {} : { variables }),
  };
}

const layoutOf = (layout: Layout, ids: ReadonlySet<string>): Layout => Object.fromEntries(Object.entries(layout).filter(([id]) => ids.has(id)));

import {
  type Artifact,
  type Element,
  type Flow,
  GRAPH_FORMAT,
  GRAPH_FORMAT_VERSION,
  type Graph,
  isElementType,
  type Lane,
  type Layout,
  type MessageFlow,
  type Pool,
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
  const pools = cachedEntries<Pool>(maps.pools);
  const lanes = cachedEntries<Lane>(maps.lanes);
  const messageFlows = cachedEntries<MessageFlow>(maps.messageFlows);
  const all = [elements, flows, artifacts, pools, lanes, messageFlows];
  return {
    read: () =>
      mend({
        meta: maps.meta,
        elements: elements.read(),
        flows: flows.read(),
        artifacts: artifacts.read(),
        pools: pools.read(),
        lanes: lanes.read(),
        messageFlows: messageFlows.read(),
        layout: maps.layout.toJSON() as Layout,
      }),
    stop: () => {
      for (const entries of all) entries.stop();
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

interface Written {
  readonly meta: Y.Map<Value>;
  readonly elements: Element[];
  readonly flows: Flow[];
  readonly artifacts: Artifact[];
  readonly pools: Pool[];
  readonly lanes: Lane[];
  readonly messageFlows: MessageFlow[];
  readonly layout: Layout;
}

const END_DELETED = 'Left out: one of the ends of this flow was deleted by somebody else.';

function mend(written: Written): ReadDraft {
  const repairs: Repair[] = [];
  const keep = <T extends { id: string }>(list: T[], isWhole: (entry: T) => boolean, message: string): T[] =>
    list.filter((entry) => {
      if (isWhole(entry)) return true;
      repairs.push({ elementId: entry.id, message });
      return false;
    });
  const ids = new Set<string>();
  const there = <T extends { id: string }>(list: T[]): T[] => {
    for (const { id } of list) ids.add(id);
    return list;
  };

  const pools = there(written.pools);
  const lanes = there(keep(written.lanes, ({ pool }) => pool === undefined || ids.has(pool), 'Left out: the pool of this lane was deleted by somebody else.'));
  const known = keep(
    written.elements,
    ({ type }) => isElementType(type),
    'Left out: this element has no type, because it was changed while somebody deleted it.',
  );
  const elements = there(keepAttached(known, (list, isWhole) => keep(list, isWhole, 'Left out: what it sat on or in was deleted by somebody else.')));
  const flows = there(keep(written.flows, ({ from, to }) => ids.has(from) && ids.has(to), END_DELETED));
  const messageFlows = there(keep(written.messageFlows, ({ from, to }) => ids.has(from) && ids.has(to), END_DELETED));
  const notes = there(keep(written.artifacts, ({ type }) => type !== undefined, 'Left out: this note was changed while somebody deleted it.'));
  const isJoined = ({ from, to }: Artifact) => (from === undefined || ids.has(from)) && (to === undefined || ids.has(to));
  const artifacts = keep(notes, isJoined, 'Left out: one of the ends of this line was deleted by somebody else.');
  return {
    graph: {
      ...metaOf(written.meta),
      elements,
      flows,
      ...(artifacts.length ? { artifacts } : {}),
      ...(pools.length ? { pools } : {}),
      ...(lanes.length ? { lanes } : {}),
      ...(messageFlows.length ? { messageFlows } : {}),
      layout: layoutOf(written.layout, ids),
    },
    repairs,
  };
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

type Meta = Pick<Graph, 'format' | 'formatVersion' | 'key' | 'name' | 'description' | 'variables' | 'versionTag' | 'extensions'>;

function metaOf(meta: Y.Map<Value>): Meta {
  const { key, name, description, variables, versionTag, extensions } = meta.toJSON() as Partial<Meta>;
  return {
    format: GRAPH_FORMAT,
    formatVersion: GRAPH_FORMAT_VERSION,
    key: key ?? '',
    name: name ?? '',
    ...(description === undefined ? {} : { description }),
    ...(variables === undefined ? {} : { variables }),
    ...(versionTag === undefined ? {} : { versionTag }),
    ...(extensions === undefined ? {} : { extensions }),
  };
}

const layoutOf = (layout: Layout, ids: ReadonlySet<string>): Layout => Object.fromEntries(Object.entries(layout).filter(([id]) => ids.has(id)));

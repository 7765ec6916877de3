import {
  type ActiveElement,
  foldLive,
  type InstanceView,
  initialView,
  type LiveEvent,
  type LiveEventOf,
  type LiveEventType,
  type Person,
} from '@baton/contract';

/** One stay of a token in one element, from its first event to its last. Times in ms. */
export type Visit = {
  /** As the view would show it, last of all while it was there. */
  readonly element: ActiveElement;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly how: 'active' | 'completed' | 'cancelled';
  /** 2 for "2nd time". */
  readonly nth: number;
  /** Sub-processes around it. */
  readonly depth: number;
  readonly startSeq: number;
  readonly endSeq: number | null;
  /** Who decided, what and why; null for a step nobody has to do. */
  readonly decision: { readonly by: Person; readonly outcome: string | null; readonly comment: string | null } | null;
  readonly failures: readonly string[];
  /** Ids of the flows taken out of the element while this was its latest visit. */
  readonly tookFlows: readonly string[];
};

type Draft = { -readonly [K in keyof Visit]: Visit[K] };
type Drafts = {
  readonly byKey: Map<string, Draft>;
  readonly latestOf: Map<string, Draft>;
  readonly counts: Map<string, number>;
  readonly originOf: (flowId: string) => string | undefined;
};

/** Every stay in the log, in order of start. `originOf`: the element a flow leaves. */
export function visitsOf(log: readonly LiveEvent[], originOf: (flowId: string) => string | undefined): readonly Visit[] {
  const drafts: Drafts = { byKey: new Map(), latestOf: new Map(), counts: new Map(), originOf };
  let view = initialView('');
  for (const event of log) {
    const after = foldLive(view, event);
    note(drafts, event);
    followView(drafts, view, after);
    view = after;
  }
  return [...drafts.byKey.values()];
}

/** What a stay waits for, and what is wrong with it, is what the view says: one fold, not two. */
function followView({ byKey }: Drafts, before: InstanceView, after: InstanceView): void {
  if (before.active === after.active) return;
  for (const element of Object.values(after.active)) {
    const visit = before.active[element.key] === element ? undefined : byKey.get(element.key);
    if (visit) visit.element = element;
  }
}

type Note<T extends LiveEventType> = (drafts: Drafts, event: LiveEventOf<T>) => void;
const nothing = () => {};

/** What each event tells about a stay beyond the view. */
const NOTES: { readonly [T in LiveEventType]: Note<T> } = {
  'instance.started': nothing,
  'instance.completed': (drafts, event) => endAll(drafts, event, 'completed'),
  'instance.cancelled': (drafts, event) => endAll(drafts, event, 'cancelled'),
  'instance.failed': (drafts, event) => endAll(drafts, event, 'cancelled'),
  'element.started': begin,
  'element.waiting': nothing,
  'element.completed': ({ byKey }, event) => end(byKey.get(event.key), event, 'completed'),
  'element.cancelled': ({ byKey }, event) => end(byKey.get(event.key), event, 'cancelled'),
  'flow.taken': ({ latestOf, originOf }, { flowId }) => {
    const origin = latestOf.get(originOf(flowId) ?? '');
    if (origin) origin.tookFlows = [...origin.tookFlows, flowId];
  },
  'flow.parked': nothing,
  'flows.joined': nothing,
  'flows.dropped': nothing,
  'variables.changed': nothing,
  'task.assigned': nothing,
  'task.completed': ({ byKey }, { key, by, outcome, comment }) => {
    const visit = byKey.get(key);
    if (visit) visit.decision = { by, outcome: outcome ?? null, comment: comment ?? null };
  },
  'job.failed': ({ byKey }, { key, message }) => {
    const visit = byKey.get(key);
    if (visit) visit.failures = [...visit.failures, message];
  },
  'timer.scheduled': nothing,
  'timer.fired': nothing,
  'timer.cancelled': nothing,
  'listening.begun': nothing,
  'listening.ended': nothing,
  'message.sent': nothing,
  'signal.sent': nothing,
  'error.thrown': nothing,
  'escalation.thrown': nothing,
  'call.started': nothing,
  'call.ended': nothing,
  'loop.begun': nothing,
  'loop.roundBegun': nothing,
  'loop.roundEnded': nothing,
  'compensation.begun': nothing,
  'compensation.started': nothing,
  'compensation.ended': nothing,
  'incident.raised': nothing,
  'incident.resolved': nothing,
};

function note<T extends LiveEventType>(drafts: Drafts, event: LiveEventOf<T> & { type: T }): void {
  const write: Note<T> = NOTES[event.type];
  write(drafts, event);
}

function begin({ byKey, latestOf, counts }: Drafts, { key, elementId, elementType, scope, at, seq }: LiveEventOf<'element.started'>): void {
  const nth = (counts.get(elementId) ?? 0) + 1;
  const visit: Draft = {
    element: { key, elementId, elementType, scope, since: at, waitingFor: null, incident: null },
    startedAt: Date.parse(at),
    endedAt: null,
    how: 'active',
    nth,
    depth: depthOf(scope, byKey),
    startSeq: seq,
    endSeq: null,
    decision: null,
    failures: [],
    tookFlows: [],
  };
  counts.set(elementId, nth);
  latestOf.set(elementId, visit);
  byKey.set(key, visit);
}

/** 0 directly in the process. */
function depthOf(scope: string | null, byKey: ReadonlyMap<string, Visit>): number {
  const outer = scope === null ? undefined : byKey.get(scope);
  return outer?.element.scope ? outer.depth + 1 : 0;
}

function end(visit: Draft | undefined, { at, seq }: { at: string; seq: number }, how: 'completed' | 'cancelled'): void {
  if (visit?.how !== 'active') return;
  visit.endedAt = Date.parse(at);
  visit.endSeq = seq;
  visit.how = how;
  visit.element = { ...visit.element, incident: null };
}

function endAll({ byKey }: Drafts, event: { at: string; seq: number }, how: 'completed' | 'cancelled'): void {
  for (const visit of byKey.values()) end(visit, event, how);
}

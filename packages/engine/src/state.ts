import type { NodeType } from '@baton/model';
import type { Awaits, IncidentCode, Key, Subscription } from './event.ts';
import type { Json, Values } from './json.ts';

/**
 * How far a live element has come; an incident leaves it where it can go on.
 * `entering`: input mappings and border timers are still to do; `ready`: its own work is; `waiting`: for what `awaits` says;
 * `completing`: output mappings are still to do; `leaving`: the choice of flows is; `rounds`: a loop must decide about its next round.
 */
export type Phase = 'entering' | 'ready' | 'waiting' | 'completing' | 'leaving' | 'rounds';

/** One element instance that is still there. `scope` is the key of the (sub-)process instance it runs in; the root has none. */
export type LiveElement = {
  readonly key: Key;
  readonly elementId: string;
  readonly elementType: NodeType;
  readonly scope: Key | null;
  readonly phase: Phase;
  readonly awaits?: Awaits;
  /** Of an open human task: who has it, and whether by claiming it. */
  readonly assignee?: string;
  readonly claimed?: boolean;
  /** Its open incident; those of starving joins in its scope are not its own. */
  readonly incident?: Key;
  /** Timers it listens to, border events' included. */
  readonly timers?: readonly Key[];
  /** Messages, signals and conditions it listens to, border events' and event sub-processes' included. */
  readonly subscriptions?: readonly Key[];
  /** Inside a loop or multi-instance: the number of the round, from 1. */
  readonly iteration?: number;
  /** It undoes these records, the last first; it ends when they are undone. */
  readonly undoing?: readonly Key[];
  /** Its path went on before it ended. */
  readonly isDetached?: true;
  /** It undoes something, with the variables of that time. */
  readonly isUndo?: true;
  /** Ad-hoc sub-processes: steps that are still to be begun. */
  readonly todo?: readonly string[];
};

/** The rounds of a loop or multi-instance; kept under the key of the element instance that holds them. */
export type LoopState = {
  readonly total?: number;
  readonly items?: readonly Json[];
  /** By round; null where it gave nothing yet. */
  readonly outputs: readonly Json[];
  readonly begun: number;
  readonly completed: number;
};

/** Something done that can be undone. Its variables are kept under its own key. `scope`: key of the scope it was done in, or of the record of that scope. */
export type CompensationRecord = { readonly elementId: string; readonly scope: Key };

export type LiveTimer = {
  /** The element instance that listens. */
  readonly key: Key;
  /** The timer event. */
  readonly elementId: string;
  readonly dueAt: number;
  /** Cycles only: how often it fires after this time; absent: without end. */
  readonly repetitionsLeft?: number;
  /** Cycles only: ISO 8601 duration from one due time to the next, or one with a start or an end, or a cron pattern. */
  readonly interval?: string;
  /** Cycles only: the time zone they count in; absent: UTC. */
  readonly zone?: string;
  /** Cycles only: what was missed is made up for, each time. */
  readonly catchesUpAll?: true;
};

export type OpenIncident = { readonly key: Key; readonly elementId: string; readonly code: IncidentCode };

export type InstanceStatus = 'new' | 'active' | 'completed' | 'cancelled' | 'failed';

/**
 * The write model of one process instance: plain JSON, small, without history. Only `evolve` makes a new one.
 * Read it through read.ts; the fields are the engine's own business.
 */
export type InstanceState = {
  readonly v: 1;
  readonly status: InstanceStatus;
  /** `seq` of the last event. */
  readonly seq: number;
  /** Number of the next key, whatever it names. */
  readonly nextKey: number;
  readonly elements: { readonly [key: Key]: LiveElement };
  /** Flows that wait at joins: `<scope>/<element id>` -> flow id -> how many tokens. */
  readonly parked: { readonly [join: string]: { readonly [flowId: string]: number } };
  readonly timers: { readonly [timerKey: Key]: LiveTimer };
  readonly incidents: { readonly [incidentKey: Key]: OpenIncident };
  /** Absent: none. So are the next three. */
  readonly subscriptions?: { readonly [subscriptionKey: Key]: Subscription };
  readonly loops?: { readonly [key: Key]: LoopState };
  readonly compensations?: { readonly [recordKey: Key]: CompensationRecord };
  /** Complex gateways that have gone on and wait for the tokens that are still to come: `<scope>/<element id>` -> flow ids that had one. */
  readonly resets?: { readonly [join: string]: readonly string[] };
  /** Another instance's call activity waits for it. */
  readonly isCalled?: true;
  /** By the key of the element instance whose scope holds them. */
  readonly variables: { readonly [scope: Key]: Values };
  /** Bytes of all variables as JSON text. */
  readonly variableBytes: number;
};

/** Key of the root scope, the process itself. */
export const ROOT_KEY: Key = 'e1';

export function emptyInstance(): InstanceState {
  return { v: 1, status: 'new', seq: 0, nextKey: 1, elements: {}, parked: {}, timers: {}, incidents: {}, variables: {}, variableBytes: 0 };
}

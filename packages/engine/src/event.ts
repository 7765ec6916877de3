import type { ElementType } from '@baton/model';
import type { Actor } from './command.ts';
import type { Values } from './json.ts';
import type { Phase } from './state.ts';

/** Key of a live element instance: unique in its process instance, never used again. The root scope's is `e1`. */
export type Key = string;

/** What a waiting element waits for. */
export type Awaits = { readonly kind: 'children' } | { readonly kind: 'task' } | { readonly kind: 'job' } | { readonly kind: 'timer' };

export type TaskAssignment = {
  readonly assignee?: string;
  readonly candidateUsers?: readonly string[];
  readonly candidateGroups?: readonly string[];
};

type EventBodies =
  | { readonly type: 'instance.started'; readonly variables: Values; readonly by: Actor }
  | { readonly type: 'instance.completed' }
  | { readonly type: 'instance.cancelled'; readonly reason?: string; readonly by: Actor }
  | {
      readonly type: 'element.entered';
      readonly key: Key;
      readonly elementId: string;
      readonly elementType: ElementType | 'process';
      readonly scope: Key | null;
    }
  | { readonly type: 'element.waiting'; readonly key: Key; readonly awaits: Awaits }
  | { readonly type: 'element.completed'; readonly key: Key; readonly elementId: string }
  | { readonly type: 'element.cancelled'; readonly key: Key; readonly elementId: string }
  | { readonly type: 'flow.taken'; readonly flowId: string; readonly scope: Key }
  /** The flow waits at a join. */
  | { readonly type: 'flow.parked'; readonly flowId: string; readonly elementId: string; readonly scope: Key }
  | { readonly type: 'flows.joined'; readonly flowIds: readonly string[]; readonly elementId: string; readonly scope: Key }
  | { readonly type: 'flows.dropped'; readonly elementId: string; readonly scope: Key }
  /** `scope`: the element instance whose scope holds them. */
  | { readonly type: 'variables.set'; readonly scope: Key; readonly values: Values; readonly by?: Actor }
  | ({
      readonly type: 'task.opened';
      readonly key: Key;
      readonly elementId: string;
      readonly priority?: number;
      readonly dueAt?: number;
      readonly followUpAt?: number;
    } & TaskAssignment)
  | {
      readonly type: 'task.assigned';
      readonly key: Key;
      readonly elementId: string;
      readonly assignee: string | null;
      readonly how: 'claimed' | 'unclaimed' | 'assigned';
      readonly by: Actor;
    }
  | { readonly type: 'task.completed'; readonly key: Key; readonly elementId: string; readonly outcome?: string; readonly comment?: string; readonly by: Actor }
  | { readonly type: 'task.cancelled'; readonly key: Key; readonly elementId: string }
  | {
      readonly type: 'job.opened';
      readonly key: Key;
      readonly elementId: string;
      readonly jobType: string;
      readonly retries: number;
      readonly headers: { readonly [name: string]: string };
    }
  | { readonly type: 'job.completed'; readonly key: Key; readonly elementId: string }
  | {
      readonly type: 'job.failed';
      readonly key: Key;
      readonly elementId: string;
      readonly message: string;
      readonly retries: number;
      readonly retryAt?: number;
    }
  | { readonly type: 'job.cancelled'; readonly key: Key; readonly elementId: string }
  /** `elementId`: the timer event, which for a boundary event isn't the one that `key` lives on. `key` is the element instance that listens. */
  | {
      readonly type: 'timer.scheduled';
      readonly timerKey: Key;
      readonly key: Key;
      readonly elementId: string;
      readonly dueAt: number;
      /** Cycles only: how often it fires after this time; absent: without end. */
      readonly repetitionsLeft?: number;
      /** Cycles only: ISO 8601 duration from one due time to the next. */
      readonly interval?: string;
    }
  | { readonly type: 'timer.fired'; readonly timerKey: Key; readonly elementId: string }
  | { readonly type: 'timer.cancelled'; readonly timerKey: Key; readonly elementId: string }
  | {
      readonly type: 'incident.raised';
      readonly incidentKey: Key;
      readonly key: Key;
      readonly elementId: string;
      readonly code: IncidentCode;
      readonly message: string;
      readonly expression?: string;
      /** Where the element goes on when the incident is resolved; absent: it waits on, as for a failed job. */
      readonly phase?: Phase;
    }
  /** `jobRetry`: the job that is tried again. */
  | {
      readonly type: 'incident.resolved';
      readonly incidentKey: Key;
      readonly by?: Actor;
      readonly jobRetry?: { readonly key: Key; readonly retries: number };
    };

export type IncidentCode =
  | 'expression-failed'
  | 'condition-not-boolean'
  | 'no-flow-chosen'
  | 'join-starved'
  | 'loop-limit'
  | 'job-failed'
  | 'timer-invalid'
  | 'mapping-failed'
  | 'variable-invalid'
  | 'variables-too-large'
  | 'assignment-invalid'
  /** A bug of ours: raised by the store, which suspends the instance. */
  | 'internal-error';

/** `seq` counts from 1 without gaps in one instance, `at` is ms since the epoch, `v` the version of the event type's shape. */
export type EngineEvent = { readonly seq: number; readonly at: number; readonly v: 1 } & EventBodies;
export type EventType = EventBodies['type'];
export type EventOf<T extends EventType> = Extract<EngineEvent, { type: T }>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** An event as a behaviour emits it, not yet numbered. */
export type Fact = DistributiveOmit<EngineEvent, 'seq' | 'at' | 'v'>;

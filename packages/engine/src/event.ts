import type { ElementType } from '@baton/model';
import type { Actor } from './command.ts';
import type { Json, Values } from './json.ts';
import type { Phase } from './state.ts';

/** Key of a live element instance: unique in its process instance, never used again. The root scope's is `e1`. */
export type Key = string;

/** What a waiting element waits for. */
export type Awaits =
  | { readonly kind: 'children' }
  | { readonly kind: 'task' }
  | { readonly kind: 'job' }
  | { readonly kind: 'timer' }
  /** A message, a signal, a condition, or several triggers. */
  | { readonly kind: 'event' }
  /** A called process; `callKey` tells this call from an earlier one of the same element instance. */
  | { readonly kind: 'call'; readonly callKey: Key }
  /** An ad-hoc sub-process: somebody must choose the next step. */
  | { readonly kind: 'activation' };

/** What an element listens for in the world. `index`: which of the event's triggers it is. */
export type Subscription = {
  /** The element instance that listens. */
  readonly key: Key;
  /** The event, which for a border event or the start of an event sub-process isn't the one that `key` lives on. */
  readonly elementId: string;
  readonly index: number;
} & (
  | { readonly kind: 'message'; readonly name: string; readonly correlationKey: string }
  | { readonly kind: 'signal'; readonly name: string }
  /** `isTrue`: what its condition was when last asked. It goes off when that becomes true. */
  | { readonly kind: 'conditional'; readonly isTrue: boolean }
);

/** A called process: which, and with what. */
export type Call = {
  readonly processKey: string;
  readonly binding: 'latest' | 'version' | 'tag';
  readonly version?: number;
  readonly tag?: string;
  readonly businessKey?: string;
  readonly variables: Values;
};

/** A modelled error or escalation on its way to whoever catches it. */
export type Thrown = { readonly code: string; readonly message?: string; readonly values: Values };

export type TaskAssignment = {
  readonly assignee?: string;
  readonly candidateUsers?: readonly string[];
  readonly candidateGroups?: readonly string[];
};

type EventBodies =
  | { readonly type: 'instance.started'; readonly variables: Values; readonly by: Actor }
  /** A call activity of another instance waits for it. */
  | { readonly type: 'instance.called' }
  | { readonly type: 'instance.completed' }
  | { readonly type: 'instance.cancelled'; readonly reason?: string; readonly by: Actor }
  /** A called instance ends with an error that only its caller can catch. */
  | ({ readonly type: 'instance.failed' } & Thrown)
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
      /** Cycles only: ISO 8601 duration from one due time to the next, or one with a start or an end, or a cron pattern. */
      readonly interval?: string;
      /** Cycles only: the time zone they count in; absent: UTC. */
      readonly zone?: string;
      /** Cycles only: what was missed is made up for, each time. */
      readonly catchesUpAll?: true;
    }
  | { readonly type: 'timer.fired'; readonly timerKey: Key; readonly elementId: string }
  | { readonly type: 'timer.cancelled'; readonly timerKey: Key; readonly elementId: string }
  | ({ readonly type: 'subscription.opened'; readonly subscriptionKey: Key } & Subscription)
  /** What it listened for has come. */
  | {
      readonly type: 'subscription.triggered';
      readonly subscriptionKey: Key;
      readonly elementId: string;
      readonly kind: Subscription['kind'];
      readonly messageId?: string;
    }
  | { readonly type: 'subscription.cancelled'; readonly subscriptionKey: Key; readonly elementId: string; readonly kind: Subscription['kind'] }
  | { readonly type: 'condition.changed'; readonly subscriptionKey: Key; readonly elementId: string; readonly isTrue: boolean }
  /** `messageKey` makes it one message however often it is sent. */
  | {
      readonly type: 'message.thrown';
      readonly messageKey: Key;
      readonly key: Key;
      readonly elementId: string;
      readonly name: string;
      readonly correlationKey: string;
      readonly messageId?: string;
      readonly timeToLiveMs?: number;
      readonly variables: Values;
    }
  /** This instance has heard it in all subscriptions whose number is below `sinceKey`. */
  | {
      readonly type: 'signal.thrown';
      readonly signalKey: Key;
      readonly key: Key;
      readonly elementId: string;
      readonly name: string;
      readonly variables: Values;
      readonly sinceKey: number;
    }
  /** `caughtBy`: the event that goes on; absent: nobody here. */
  | ({ readonly type: 'error.thrown'; readonly key: Key; readonly elementId: string; readonly caughtBy?: string } & Thrown)
  | ({ readonly type: 'escalation.thrown'; readonly key: Key; readonly elementId: string; readonly caughtBy?: string; readonly toCaller?: true } & Thrown)
  | ({ readonly type: 'call.started'; readonly callKey: Key; readonly key: Key; readonly elementId: string } & Call)
  | { readonly type: 'call.ended'; readonly callKey: Key; readonly key: Key; readonly elementId: string; readonly outcome: 'completed' | 'failed' }
  | { readonly type: 'call.cancelled'; readonly callKey: Key; readonly key: Key; readonly elementId: string }
  /** `total`: how many rounds; absent: a loop that isn't known to end. `items`: what a sequential one still needs. */
  | { readonly type: 'loop.begun'; readonly key: Key; readonly elementId: string; readonly total?: number; readonly items?: readonly Json[] }
  /** The element instance `key` is a round, counted from 1. */
  | { readonly type: 'loop.roundBegun'; readonly key: Key; readonly elementId: string; readonly iteration: number }
  | {
      readonly type: 'loop.roundEnded';
      readonly key: Key;
      readonly elementId: string;
      readonly iteration: number;
      readonly output?: Json;
    }
  /** An activity is done that can be undone; `values`: the variables as they are now. What can be undone inside it belongs to the record from now on. */
  | {
      readonly type: 'compensation.recorded';
      readonly recordKey: Key;
      readonly key: Key;
      readonly elementId: string;
      readonly scope: Key;
      readonly values: Values;
    }
  /** `key` undoes these, the last first. `isDetached`: its path went on already. */
  | { readonly type: 'compensation.begun'; readonly key: Key; readonly elementId: string; readonly recordKeys: readonly Key[]; readonly isDetached?: true }
  /** `key`: the element instance that undoes what the record keeps; it gets the record's variables. */
  | { readonly type: 'compensation.started'; readonly recordKey: Key; readonly key: Key; readonly elementId: string }
  | { readonly type: 'compensation.ended'; readonly key: Key; readonly elementId: string }
  /** A complex gateway has gone on with tokens of these flows; it waits for those that are still to come. */
  | { readonly type: 'gateway.activated'; readonly elementId: string; readonly scope: Key; readonly flowIds: readonly string[] }
  | { readonly type: 'gateway.reset'; readonly elementId: string; readonly scope: Key }
  /** An ad-hoc sub-process: the steps that are still to be begun, in order. */
  | { readonly type: 'adHoc.planned'; readonly key: Key; readonly elementId: string; readonly todo: readonly string[] }
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
  | 'error-uncaught'
  | 'event-invalid'
  | 'call-failed'
  | 'loop-invalid'
  | 'activation-invalid'
  /** A bug of ours: raised by the store, which suspends the instance. */
  | 'internal-error';

/** `seq` counts from 1 without gaps in one instance, `at` is ms since the epoch, `v` the version of the event type's shape. */
export type EngineEvent = { readonly seq: number; readonly at: number; readonly v: 1 } & EventBodies;
export type EventType = EventBodies['type'];
export type EventOf<T extends EventType> = Extract<EngineEvent, { type: T }>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** An event as a behaviour emits it, not yet numbered. */
export type Fact = DistributiveOmit<EngineEvent, 'seq' | 'at' | 'v'>;

import type { Values } from './json.ts';

/** Who asks: a person, or an API key or the system (no `userId`). Kept in the log for the history. */
export type Actor = { readonly userId?: string; readonly name: string };

type TaskCommand = { readonly taskKey: string; readonly by: Actor };
type JobCommand = { readonly jobKey: string };

/** What may be asked of an instance. Keys (`taskKey`, ...) are those of the effects that opened the thing. */
export type Command =
  /** `startElementId`: the start event (or instantiating gateway's event, or receive task) that was triggered; absent: its plain starts. */
  | {
      readonly type: 'start';
      readonly variables: Values;
      readonly by: Actor;
      readonly startElementId?: string;
      readonly startTriggerIndex?: number;
      readonly isCalled?: boolean;
    }
  | ({ readonly type: 'claimTask' } & TaskCommand)
  | ({ readonly type: 'unclaimTask' } & TaskCommand)
  | ({ readonly type: 'assignTask'; readonly assignee: string | null } & TaskCommand)
  | ({ readonly type: 'completeTask'; readonly outcome?: string; readonly variables: Values; readonly comment?: string } & TaskCommand)
  | ({ readonly type: 'completeJob'; readonly variables: Values } & JobCommand)
  /** `retries`: what is left after this failure; 0 raises an incident. `retryAt`: ms since the epoch. */
  | ({ readonly type: 'failJob'; readonly message: string; readonly retries: number; readonly retryAt?: number } & JobCommand)
  /** A BPMN error or escalation thrown by the worker that has the job. */
  | ({ readonly type: 'throwJobError'; readonly code: string; readonly message?: string; readonly variables: Values } & JobCommand)
  | ({ readonly type: 'escalateJob'; readonly code: string; readonly variables: Values } & JobCommand)
  | { readonly type: 'fireTimer'; readonly timerKey: string }
  /** A message has come for that subscription. */
  | { readonly type: 'correlateMessage'; readonly subscriptionKey: string; readonly messageId?: string; readonly variables: Values }
  /** For every subscription to that signal whose number is `sinceKey` or higher. */
  | { readonly type: 'deliverSignal'; readonly name: string; readonly variables: Values; readonly sinceKey?: number }
  | { readonly type: 'completeCall'; readonly callKey: string; readonly variables: Values }
  /** The called process ended with an error. */
  | { readonly type: 'failCall'; readonly callKey: string; readonly code: string; readonly message?: string; readonly variables: Values }
  /** The called process could not be started, or was cancelled: an incident. */
  | { readonly type: 'breakCall'; readonly callKey: string; readonly message: string }
  | { readonly type: 'escalateCall'; readonly callKey: string; readonly code: string; readonly variables: Values }
  /** Begins a step of an ad-hoc sub-process. */
  | { readonly type: 'activateStep'; readonly scopeKey: string; readonly elementId: string; readonly by: Actor }
  | { readonly type: 'setVariables'; readonly scopeKey?: string; readonly variables: Values; readonly by: Actor }
  /** Tries again what failed. */
  | { readonly type: 'resolveIncident'; readonly incidentKey: string; readonly retries?: number; readonly by: Actor }
  | { readonly type: 'cancel'; readonly reason?: string; readonly by: Actor };

export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

/** A wrong or late command: a value, nothing was written. Mapped to HTTP by one table. */
export type RejectionCode =
  | 'instance-not-active'
  | 'instance-already-started'
  | 'no-start-event'
  | 'task-not-found'
  | 'task-already-completed'
  | 'task-already-claimed'
  | 'outcome-not-allowed'
  | 'outcome-required'
  | 'comment-required'
  | 'job-not-found'
  | 'timer-not-found'
  | 'subscription-not-found'
  | 'call-not-found'
  | 'start-not-found'
  | 'step-not-found'
  | 'expression-failed'
  | 'incident-not-found'
  | 'scope-not-found'
  | 'variable-invalid';

export type Rejection = {
  readonly code: RejectionCode;
  /** "Expected ..., but ...". */
  readonly detail: string;
  readonly expected?: Expectation;
  readonly path?: string;
};
type Expectation = string | readonly string[];

import type { Values } from './json.ts';

/** Who asks: a person, or an API key or the system (no `userId`). Kept in the log for the history. */
export type Actor = { readonly userId?: string; readonly name: string };

type TaskCommand = { readonly taskKey: string; readonly by: Actor };
type JobCommand = { readonly jobKey: string };

/** What may be asked of an instance. Keys (`taskKey`, ...) are those of the effects that opened the thing. */
export type Command =
  | { readonly type: 'start'; readonly variables: Values; readonly by: Actor }
  | ({ readonly type: 'claimTask' } & TaskCommand)
  | ({ readonly type: 'unclaimTask' } & TaskCommand)
  | ({ readonly type: 'assignTask'; readonly assignee: string | null } & TaskCommand)
  | ({ readonly type: 'completeTask'; readonly outcome?: string; readonly variables: Values; readonly comment?: string } & TaskCommand)
  | ({ readonly type: 'completeJob'; readonly variables: Values } & JobCommand)
  /** `retries`: what is left after this failure; 0 raises an incident. `retryAt`: ms since the epoch. */
  | ({ readonly type: 'failJob'; readonly message: string; readonly retries: number; readonly retryAt?: number } & JobCommand)
  | { readonly type: 'fireTimer'; readonly timerKey: string }
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

import type { Actor, Command, Effect, EngineEvent, Json, RejectionCode, Values } from '@baton/engine';
import type { InstanceStatus, InstanceSummary } from '../queries/instance-queries.ts';
import type { Refused } from '../result.ts';
import type { Parent } from './live-instance.ts';
import type { MessageRow } from './writers/messages.ts';
import type { OutboxRow } from './writers/outbox.ts';
import type { SubscriptionRow } from './writers/subscriptions.ts';

/** Why the store itself, not the engine, says no. Nothing was written. */
export type RefusalCode =
  | 'process-not-found'
  | 'process-not-startable'
  | 'instance-not-found'
  | 'instance-suspended'
  | 'lease-lost'
  /** Somebody else has done what the command would have done: see `Take`. */
  | 'already-taken'
  /** An instance that was started by the same key still runs. */
  | 'key-in-use'
  | 'idempotency-key-reused'
  | 'overloaded'
  | 'shutting-down'
  /** The connection was lost while committing, and the database can't be asked yet whether it happened. Repeat with the same idempotency key. */
  | 'outcome-unknown'
  | 'database-unavailable';

/**
 * A request that may be repeated: same `scope` (who asks, and which call) and `key`. Kept in the transaction of the command itself.
 * `answer` is made once, before the commit, and given again to whoever repeats the request.
 */
export type Idempotency = {
  readonly scope: string;
  readonly key: string;
  readonly requestHash: string;
  readonly answer: (done: Committed) => Json;
};

/** A task as the engine's state has it at the moment the command is applied: no race between looking and doing. */
export type TaskFacts = {
  readonly key: string;
  readonly elementId: string;
  readonly assignee: string | null;
  /** Taken, not given. */
  readonly isClaimed: boolean;
};
export type GuardRefusal = Refused<'not-allowed' | 'task-already-claimed' | 'task-already-completed' | 'not-found'>;
/** Asked inside the batch, just before the command is applied; must be pure and quick. `null` task: it isn't open any more. */
export type Guard = (facts: { readonly task: TaskFacts | null; readonly initiator: Actor }) => GuardRefusal | null;

/** Which lease a worker speaks for. Without `attempt`, the newest of that `worker`. */
export type LeaseClaim = { readonly worker?: string | undefined; readonly attempt?: number | undefined };

/** What the command takes away in its own commit, so that it leads to one thing only. Gone already: `already-taken`, and nothing was done. */
export type Take = { readonly source: 'outbox' | 'message'; readonly id: string };

export type StartRequest = {
  readonly tenantId: string;
  readonly processKey: string;
  /** Default: the latest published. */
  readonly version?: number | undefined;
  readonly businessKey?: string | undefined;
  readonly variables: Values;
  readonly by: Actor;
  readonly idempotency?: Idempotency | undefined;
  /** The event that was triggered; default: the plain starts. */
  readonly startElementId?: string | undefined;
  /** Which of its triggers, if it has several. */
  readonly startTriggerIndex?: number | undefined;
  readonly parent?: Parent | undefined;
  /** Of the message that starts it. */
  readonly correlationKey?: string | undefined;
  readonly take?: Take | undefined;
};

export type ExecuteRequest = {
  readonly tenantId: string;
  readonly instanceId: string;
  readonly command: Exclude<Command, { type: 'start' }>;
  readonly guard?: Guard | undefined;
  /** For commands about a job: compared with the job's row in the same transaction. */
  readonly lease?: LeaseClaim | undefined;
  readonly idempotency?: Idempotency | undefined;
  readonly take?: Take | undefined;
};

/** What one command did. Durable: the commit has returned. */
export type Committed = {
  readonly instance: InstanceSummary;
  /** Of this command only. */
  readonly events: readonly EngineEvent[];
  readonly effects: readonly Effect[];
};

export type ExecuteResult =
  | ({ readonly ok: true; readonly replayed: false } & Committed)
  /** Done before, by a request with the same idempotency key. */
  | { readonly ok: true; readonly replayed: true; readonly answer: Json }
  | Refused<RejectionCode | RefusalCode | GuardRefusal['code']>;

/** One commit of one instance, told after it. `previousSeq` is where the commit before ended. */
export type CommittedChange = {
  readonly tenantId: string;
  readonly instanceId: string;
  readonly processKey: string;
  /** Of the process. */
  readonly version: number;
  readonly previousSeq: number;
  readonly seq: number;
  readonly status: InstanceStatus;
  readonly hasIncident: boolean;
  readonly startedBy: Actor;
  readonly events: readonly EngineEvent[];
  readonly effects: readonly Effect[];
  /** What is to be done now; absent: nothing. */
  readonly toBeDone?: ToBeDone;
};

/** What a commit wrote for somebody to act on after it. */
export type ToBeDone = {
  readonly outbox: readonly OutboxRow[];
  readonly messages: readonly MessageRow[];
  readonly subscriptions: readonly SubscriptionRow[];
  /** The instance has ended that was started by this key. */
  readonly freedKey: string | null;
};

/** Runs commands in group commits: whatever waits goes into one transaction; nobody is answered before it returned. */
export interface Runtime {
  start(request: StartRequest): Promise<ExecuteResult>;
  execute(request: ExecuteRequest): Promise<ExecuteResult>;
  /** After each commit, in commit order of the instance. Listeners must not throw and not block. */
  onCommitted(listener: (changes: readonly CommittedChange[]) => void): () => void;
  /** Commands taken in and not yet answered. */
  readonly waiting: number;
  stats(): RuntimeStats;
  /** Takes nothing new, answers what waits. */
  drain(): Promise<void>;
}

export type RuntimeStats = {
  readonly commands: number;
  readonly batches: number;
  readonly instancesWritten: number;
  readonly conflicts: number;
  readonly retriedSingly: number;
  readonly bugs: number;
  readonly cacheSize: number;
};

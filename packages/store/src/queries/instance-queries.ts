import type { Actor, EngineEvent, InstanceState, Values } from '@baton/engine';
import type { Process } from '@baton/model';
import type { Instant, Page, PageQuery, Person } from '../result.ts';

export const INSTANCE_STATUSES = ['active', 'completed', 'cancelled', 'suspended', 'failed'] as const;
export type InstanceStatus = (typeof INSTANCE_STATUSES)[number];

export type InstanceSummary = {
  id: string;
  processKey: string;
  processName: string;
  version: number;
  status: InstanceStatus;
  hasIncident: boolean;
  businessKey: string | null;
  startedAt: Instant;
  endedAt: Instant | null;
  startedBy: Person;
  /** The instance whose call activity started it. */
  parentId: string | null;
  /** At the top of the calls; its own id if nobody called it. */
  rootId: string;
  /** The elements that wait, at most 5. */
  waitingAt: { elementId: string; name: string; type: string }[];
};

/** `elementId`: the call activity in the caller's graph. */
export type CalledInstance = { id: string; processKey: string; version: number; status: InstanceStatus; elementId: string };

export type InstanceFilter = {
  readonly tenantId: string;
  readonly processKey?: string | undefined;
  readonly status?: InstanceStatus | undefined;
  readonly businessKey?: string | undefined;
  /** Stands at this element now. */
  readonly elementId?: string | undefined;
  readonly hasIncident?: boolean | undefined;
  readonly startedAfter?: Instant | undefined;
  readonly startedBefore?: Instant | undefined;
  /** In business key, process name or id. */
  readonly search?: string | undefined;
  readonly startedByUserId?: string | undefined;
  /** Those that this instance has called. */
  readonly parentId?: string | undefined;
};

export type ElementInstance = {
  key: string;
  elementId: string;
  type: string;
  name: string;
  state: 'active' | 'completed' | 'cancelled' | 'failed';
  startedAt: Instant;
  endedAt: Instant | null;
  scope: string | null;
  iteration?: number;
};

/** Everything that is true of one instance now; `seq` is that of its last event. */
export type InstanceSnapshot = { instance: InstanceSummary; process: Process; state: InstanceState; seq: number; initiator: Actor };

type One = { readonly tenantId: string; readonly instanceId: string };

export interface InstanceQueries {
  /** Those started last first. */
  list(query: InstanceFilter & PageQuery): Promise<Page<InstanceSummary>>;
  get(one: One): Promise<InstanceSummary | null>;
  /** Those it has called, the first first, at most 200. */
  children(one: One): Promise<CalledInstance[]>;
  snapshot(one: One): Promise<InstanceSnapshot | null>;
  /** Of the process, or of the scope with this key only. Null: no such instance or scope. */
  variables(one: One & { readonly scopeKey?: string | undefined }): Promise<Values | null>;
  /** In order of start, out of the log. */
  elements(one: One & PageQuery): Promise<Page<ElementInstance> | null>;
  /** Those with a higher `seq`, in order, at most `limit`. Null: no such instance. */
  events(one: One & { readonly afterSeq: number; readonly limit: number }): Promise<EngineEvent[] | null>;
  /** How far the log of each has come, by id: one query, whichever node wrote it. */
  positions(instances: readonly One[]): Promise<ReadonlyMap<string, number>>;
  /** Resolves when the instance is no longer active, or after `timeoutMs`; its summary then. */
  waitUntilEnded(one: One & { readonly timeoutMs: number }): Promise<InstanceSummary | null>;
  /** Whether this person has, or had, a task in it, or started it. `identities`: id and e-mail address; `groups`: names. */
  isInvolved(one: One & { readonly identities: readonly string[]; readonly groups: readonly string[] }): Promise<boolean>;
}

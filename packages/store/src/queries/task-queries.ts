import type { Json, Values } from '@baton/engine';
import type { Instant, Page, PageQuery, Person } from '../result.ts';

export const TASK_STATUSES = ['open', 'claimed', 'completed', 'cancelled'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];
export type KeyFact = { name: string; label: string; type: string; value: Json; currency?: string };
export type TaskOutcome = { value: string; label: string; tone: 'positive' | 'negative' | 'neutral'; commentRequired: boolean };

export type Task = {
  id: string;
  instanceId: string;
  processKey: string;
  processName: string;
  version: number;
  elementId: string;
  name: string;
  businessKey: string | null;
  status: TaskStatus;
  assignee: Person | null;
  candidateUsers: string[];
  candidateGroups: string[];
  priority: number;
  createdAt: Instant;
  dueAt: Instant | null;
  requester: Person;
  keyFacts: KeyFact[];
  outcomes: TaskOutcome[];
  completedAt: Instant | null;
  completedBy: Person | null;
  outcome: string | null;
  comment: string | null;
};

/** Who looks: `identities` are what an assignee or a candidate may be written as (id, e-mail address, name), `groups` their groups' names. */
export type Viewer = { readonly userId: string | null; readonly identities: readonly string[]; readonly groups: readonly string[] };

export type TaskFilter = {
  readonly tenantId: string;
  readonly viewer: Viewer;
  /** mine: assigned to me (and what I completed). candidate: open, for me or my groups. all: every task. */
  readonly view: 'mine' | 'candidate' | 'all';
  /** `todo`: open or claimed. */
  readonly status?: TaskStatus | 'todo' | undefined;
  readonly processKey?: string | undefined;
  readonly instanceId?: string | undefined;
  readonly search?: string | undefined;
};
export type TaskDraft = { variables: Values; comment: string | null; savedAt: Instant | null };

export interface TaskQueries {
  /** What is due first, first; then by priority and age. Completed ones: last completed first. */
  list(query: TaskFilter & PageQuery): Promise<Page<Task>>;
  counts(query: { tenantId: string; viewer: Viewer }): Promise<{ mine: number; candidate: number; done: number }>;
  get(one: { tenantId: string; taskId: string }): Promise<Task | null>;
  /** Variables as the task sees them: those of its own scope and of those around it. */
  variables(one: { tenantId: string; taskId: string }): Promise<Values | null>;
  draft(one: { tenantId: string; taskId: string; userId: string }): Promise<TaskDraft>;
  saveDraft(one: { tenantId: string; taskId: string; userId: string; variables: Values; comment: string | null }): Promise<{ savedAt: Instant }>;
}

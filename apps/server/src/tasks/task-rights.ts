import { parseRowId, type Store, type Task } from '@baton/store';
import { identitiesOf, isAdministrator, type Principal } from '../http/auth/principal.ts';
import { notFound } from '../http/http-problem.ts';

/** The task, for its assignee, its candidates, whoever completed it, and those who oversee tasks. */
export async function visibleTask(store: Store, principal: Principal, taskId: string): Promise<Task> {
  const task = parseRowId(taskId) ? await store.tasks.get({ tenantId: principal.tenantId, taskId }) : null;
  if (!task || !maySeeTask(principal, task)) throw notFound('task');
  return task;
}

type TaskPeople = Pick<Task, 'assignee' | 'candidateUsers' | 'candidateGroups' | 'completedBy'>;

export const maySeeTask = (principal: Principal, task: TaskPeople): boolean =>
  principal.permissions.has('task:oversee') || isMe(principal, task.assignee) || isCandidate(principal, task) || isMe(principal, task.completedBy);

export const isMe = (principal: Principal, person: Task['assignee']): boolean =>
  person !== null && (person.userId === undefined ? isOneOf(identitiesOf(principal), person.name) : person.userId === principal.userId);

export function isCandidate(principal: Principal, { candidateUsers, candidateGroups }: Pick<Task, 'candidateUsers' | 'candidateGroups'>): boolean {
  const identities = identitiesOf(principal);
  return candidateUsers.some((name) => isOneOf(identities, name)) || candidateGroups.some((group) => principal.groups.includes(group));
}

/** E-mail addresses are the same in capitals. */
export const isOneOf = (identities: readonly string[], name: string): boolean =>
  identities.includes(name) || (name.includes('@') && identities.some((identity) => identity.toLowerCase() === name.toLowerCase()));

/**
 * Who may work on an open task that nobody has taken: a candidate; with nobody named at all, whoever oversees tasks;
 * an administrator in any case, so that nothing gets stuck.
 */
export function mayTake(principal: Principal, task: Pick<Task, 'candidateUsers' | 'candidateGroups'>): boolean {
  const isNobodyNamed = task.candidateUsers.length === 0 && task.candidateGroups.length === 0;
  return isAdministrator(principal) || isCandidate(principal, task) || (isNobodyNamed && principal.permissions.has('task:oversee'));
}

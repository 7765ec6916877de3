import type { WaitingFor } from '@baton/contract';
import { type Me, may } from '../api/session.ts';

type ForPerson = Extract<WaitingFor, { kind: 'person' }>;

/** Is it mine, could it be mine, or do I oversee tasks? The server decides in the end; this only spares a button that would be refused. */
export function mayOpenTask(
  me: Pick<Me, 'id' | 'name' | 'email' | 'groups' | 'permissions'>,
  { assignee, candidateUsers, candidateGroups }: ForPerson,
): boolean {
  if (may(me, 'task:oversee') || assignee?.userId === me.id) return true;
  if (assignee) return false;
  const names = [me.id, me.name, me.email];
  return candidateUsers.some((user) => names.includes(user)) || candidateGroups.some((group) => me.groups.includes(group));
}

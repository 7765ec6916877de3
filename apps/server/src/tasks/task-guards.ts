import { type Guard, type GuardRefusal, refused, type Task, type TaskFacts } from '@baton/store';
import { identitiesOf, isAdministrator, type Principal } from '../http/auth/principal.ts';
import { isOneOf, mayTake } from './task-rights.ts';

/**
 * Each is asked inside the batch, with the task's assignee as it is at that moment: nobody slips in between looking and doing.
 * Candidates don't change once a task is open, so those of the row that was read will do.
 */
type TaskGuard = (principal: Principal, row: Candidates) => Guard;
type Candidates = Pick<Task, 'candidateUsers' | 'candidateGroups'>;

const isMine = (principal: Principal, task: TaskFacts) => task.assignee !== null && isOneOf(identitiesOf(principal), task.assignee);

/** The caller finds out whether it was completed or cancelled, and by whom. */
const gone = () => refused('task-already-completed', 'Expected an open task, but it is closed.');
const taken = (task: TaskFacts): GuardRefusal =>
  refused('task-already-claimed', `Expected a task that nobody else has, but ${task.assignee} has it.`, { current: { assignee: task.assignee } });

const withTask =
  (check: (task: TaskFacts) => GuardRefusal | null): Guard =>
  ({ task }) =>
    task ? check(task) : gone();

export const mayClaim: TaskGuard = (principal, row) =>
  withTask((task) => {
    if (isMine(principal, task)) return null;
    if (task.assignee !== null) return taken(task);
    return mayTake(principal, row) ? null : refused('not-allowed', 'Expected a candidate of this task, but you are none.');
  });

export const mayUnclaim: TaskGuard = (principal) =>
  withTask((task) => {
    if (task.assignee === null || isMine(principal, task) || isAdministrator(principal)) return null;
    return refused('not-allowed', 'Expected the one who has this task, but that is somebody else.');
  });

export const mayComplete: TaskGuard = (principal, row) =>
  withTask((task) => {
    if (isMine(principal, task) || isAdministrator(principal)) return null;
    if (task.assignee !== null) return taken(task);
    return mayTake(principal, row) ? null : refused('not-allowed', 'Expected the assignee or a candidate of this task, but you are neither.');
  });

export const mayAssign: TaskGuard = () => withTask(() => null);

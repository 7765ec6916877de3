import type { Task } from '@baton/contract';
import { Link } from '@tanstack/react-router';
import { sentenceOf } from '../../api/api-problem.ts';
import { type Status, StatusChip } from '../../ui/status-chip.tsx';
import table from '../../ui/table.module.css';
import { whoIsAsked } from '../words/waiting-reason.ts';
import { sayDue, sayMoment } from '../words/when.ts';
import styles from './tasks-view.module.css';
import type { InstanceTasks } from './use-instance-tasks.ts';

const LOOKS: { readonly [S in Task['status']]: { readonly status: Status; readonly word: string } } = {
  open: { status: 'waiting', word: 'Open' },
  claimed: { status: 'waiting', word: 'Taken' },
  completed: { status: 'done', word: 'Done' },
  cancelled: { status: 'canceled', word: 'Canceled' },
};

interface TasksViewProps {
  readonly tasks: InstanceTasks;
  readonly now: number;
  /** Everybody's, or only those that concern me. */
  readonly isOfEverybody: boolean;
}

/** The human tasks of this instance. */
export function TasksView({ tasks, now, isOfEverybody }: TasksViewProps) {
  if (tasks.error)
    return (
      <p className={styles.empty} role="alert">
        {sentenceOf(tasks.error)}
      </p>
    );
  if (!tasks.data) return <p className={styles.empty}>Loading the tasks</p>;
  if (tasks.data.length === 0)
    return <p className={styles.empty}>{isOfEverybody ? 'No person has been asked for anything yet.' : 'You have no task in this instance.'}</p>;
  return (
    <div className={styles.scroll}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Task</th>
            <th scope="col">Status</th>
            <th scope="col">Who</th>
            <th scope="col">Opened</th>
            <th scope="col">Due or done</th>
            <th scope="col">Outcome</th>
          </tr>
        </thead>
        <tbody>
          {tasks.data.map((task) => (
            <tr key={task.id}>
              <td className={table.name}>
                <Link to="/t/$taskId" params={{ taskId: task.id }}>
                  {task.name}
                </Link>
              </td>
              <td>
                <StatusChip status={LOOKS[task.status].status}>{LOOKS[task.status].word}</StatusChip>
              </td>
              <td>{whoOf(task)}</td>
              <td>{sayMoment(Date.parse(task.createdAt), now)}</td>
              <td>{dueOrDone(task, now)}</td>
              <td>{outcomeOf(task)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const whoOf = (task: Task) => task.completedBy?.name ?? (task.status === 'cancelled' ? (task.assignee?.name ?? '') : whoIsAsked(task));

function dueOrDone({ completedAt, dueAt, status }: Task, now: number): string {
  if (completedAt) return sayMoment(Date.parse(completedAt), now);
  return dueAt && status !== 'cancelled' ? sayDue(Date.parse(dueAt), now) : '';
}

function outcomeOf({ outcome, outcomes, comment }: Task): string {
  const label = outcomes.find(({ value }) => value === outcome)?.label ?? outcome;
  return [label, comment && `“${comment}”`].filter(Boolean).join(', ');
}

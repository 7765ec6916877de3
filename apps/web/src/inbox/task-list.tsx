import { Fragment } from 'react';
import { useMe } from '../api/session.ts';
import type { TaskView } from '../task/task-queries.ts';
import type { TaskGroup } from './group-by-due.ts';
import styles from './inbox.module.css';
import type { ListState } from './list-state.ts';
import { TaskRow } from './task-row.tsx';

interface TaskListProps {
  readonly groups: readonly TaskGroup[];
  readonly state: ListState;
  readonly view: TaskView;
  readonly openId: string | undefined;
  readonly onPhone: boolean;
  readonly now: Date;
  readonly onOpenAgain: () => void;
}

export function TaskList({ groups, state, view, openId, onPhone, now, onOpenAgain }: TaskListProps) {
  const me = useMe();
  const ids = groups.flatMap(({ tasks }) => tasks.map(({ id }) => id));
  const tabStop = openId !== undefined && ids.includes(openId) ? openId : ids[0];
  return (
    <div className={styles.rows}>
      {groups.map(({ title, tasks }) => (
        <Fragment key={title}>
          <h3 className={styles.group}>
            {title} <span className={styles.groupCount}>{tasks.length}</span>
          </h3>
          <ul aria-label={title}>
            {tasks.map((task) => (
              <li key={task.id}>
                <TaskRow
                  task={task}
                  view={view}
                  isOpen={task.id === openId}
                  isTabStop={task.id === tabStop}
                  gone={state.gone[task.id]}
                  userId={me.id}
                  onPhone={onPhone}
                  now={now}
                  locale={navigator.language}
                  onOpenAgain={onOpenAgain}
                />
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </div>
  );
}

import { IconCircleCheck, IconInbox, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { TASK_VIEWS, type TaskView, taskCountsQuery, VIEW_LABELS } from '../task/task-queries.ts';
import { classNames } from '../theme/class-names.ts';
import styles from './inbox.module.css';

const ICONS = { mine: IconInbox, candidate: IconUsers, done: IconCircleCheck } as const satisfies { readonly [V in TaskView]: unknown };

/** Mine, My groups, Done, with how many wait in each. */
export function Views({ current }: { readonly current: TaskView }) {
  const { data: counts } = useQuery(taskCountsQuery);
  return (
    <nav className={styles.views} aria-label="Views">
      <h1>Inbox</h1>
      <ul>
        {TASK_VIEWS.map((view) => {
          const Icon = ICONS[view];
          return (
            <li key={view}>
              <Link
                to="/inbox"
                search={view === 'mine' ? {} : { view }}
                className={classNames(styles.view, view === current && styles.currentView)}
                aria-current={view === current ? 'page' : undefined}
                activeOptions={{ exact: true }}
              >
                <Icon className="icon" aria-hidden />
                {VIEW_LABELS[view]}
                {counts && counts[view] > 0 && <span className={styles.viewCount}>{counts[view]}</span>}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

import type { Task } from '@baton/contract';
import { Button } from '@mantine/core';
import { IconChevronLeft, IconCircleCheck } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { queryKeys } from '../api/query-keys.ts';
import { useMe } from '../api/session.ts';
import { useWatch } from '../api/use-watch.ts';
import { groupByDone, groupByDue, inListOrder } from '../inbox/group-by-due.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Brand } from '../ui/brand.tsx';
import { Notice } from '../ui/notice.tsx';
import { outcomeLabel } from './outcome-words.ts';
import styles from './task.module.css';
import { TaskLoader } from './task-loader.tsx';
import { type TaskView, taskListQuery, taskQuery, VIEW_LABELS } from './task-queries.ts';
import { useNow } from './use-now.ts';
import { clockWords } from './when-words.ts';

const route = getRouteApi('/signed-in/t/$taskId');

/** The view the task was opened from, in its order: for "3 of 23" and the next one. */
const useSiblings = (view: TaskView): readonly Task[] => {
  const now = useNow();
  const { data } = useQuery(taskListQuery(view));
  if (!data) return [];
  return inListOrder(view === 'done' ? groupByDone(data.items, now) : groupByDue(data.items, now));
};

function TopBar({ view, siblings, taskId }: { readonly view: TaskView; readonly siblings: readonly Task[]; readonly taskId: string }) {
  const me = useMe();
  const at = siblings.findIndex(({ id }) => id === taskId);
  return (
    <header className={styles.top}>
      <Link to="/" className={styles.home} aria-label="Baton home">
        <Brand />
      </Link>
      <Link to="/inbox" search={view === 'mine' ? {} : { view }} className={styles.back}>
        <IconChevronLeft className="icon" aria-hidden />
        {VIEW_LABELS[view]}
      </Link>
      {at >= 0 && (
        <span className={styles.position}>
          <span className="numeric">{at + 1}</span> of <span className="numeric">{siblings.length}</span>
        </span>
      )}
      <span className={styles.spring} />
      <Avatar name={me.name} isMe />
    </header>
  );
}

/** What happened, and what there is to do next. */
function Result({ task, next, view }: { readonly task: Task; readonly next: Task | undefined; readonly view: TaskView }) {
  const label = outcomeLabel(task);
  const from = view === 'mine' ? {} : { from: view };
  const toInbox = (
    <Button variant={next ? 'default' : 'filled'} size="lg" renderRoot={(props) => <Link to="/inbox" {...props} />}>
      Go to the inbox
    </Button>
  );
  return (
    <div className={styles.result}>
      <Notice
        as="h1"
        tone="done"
        icon={<IconCircleCheck className="icon-large" />}
        title={label ? `Your decision: ${label}` : 'Completed'}
        actions={
          <>
            {next && (
              <Button size="lg" renderRoot={(props) => <Link to="/t/$taskId" params={{ taskId: next.id }} search={from} {...props} />}>
                Next task: {next.name}
              </Button>
            )}
            {toInbox}
          </>
        }
      >
        {`“${task.name}” was sent at ${clockWords(task.completedAt ?? new Date().toISOString())}. It is in the history now, and the process has gone on.`}
      </Notice>
    </div>
  );
}

/** `/t/:id`: one task on its own, as a mail links to it. */
export function TaskPage() {
  const { taskId } = route.useParams();
  const view = route.useSearch().from ?? 'mine';
  const queryClient = useQueryClient();
  const siblings = useSiblings(view);
  const [decided, setDecided] = useState<Task | null>(null);
  const { data: task } = useQuery(taskQuery(taskId));
  const stale = () => void queryClient.invalidateQueries({ queryKey: queryKeys.tasks });
  useWatch('tasks', undefined, stale);

  const title = task?.name ?? 'Task';
  useEffect(() => {
    document.title = `${title} · Baton`;
  }, [title]);

  const result = decided?.id === taskId ? decided : null;
  const isDecided = result !== null;
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isDecided) main.current?.focus();
  }, [isDecided]);
  return (
    <div className={styles.taskPage}>
      <TopBar view={view} siblings={siblings} taskId={taskId} />
      <main ref={main} tabIndex={-1}>
        {result ? (
          <Result task={result} next={siblings.find(({ id }) => id !== taskId)} view={view} />
        ) : (
          <TaskLoader key={taskId} taskId={taskId} place="page" onDecided={setDecided} />
        )}
      </main>
    </div>
  );
}

import { Button } from '@mantine/core';
import { IconCircleCheck, IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type TaskView, taskListQuery, VIEW_LABELS } from '../task/task-queries.ts';
import { dayWords } from '../task/when-words.ts';
import { Notice } from '../ui/notice.tsx';
import { groupByDue, inListOrder } from './group-by-due.ts';

/** What is due next in the other view, so that an empty list still says what comes. */
const useNextDue = (view: TaskView) => {
  const other = view === 'mine' ? 'candidate' : 'mine';
  const { data } = useQuery({ ...taskListQuery(other), enabled: view !== 'done' });
  const next = data && inListOrder(groupByDue(data.items, new Date()))[0];
  return next && ({ task: next, view: other } as const);
};

export function EmptyInbox({ view }: { readonly view: TaskView }) {
  const next = useNextDue(view);
  if (view === 'done')
    return (
      <Notice icon={<IconCircleCheck className="icon-large" />} title="Nothing done yet">
        What you decide or complete is listed here.
      </Notice>
    );
  return (
    <Notice
      tone="done"
      icon={<IconCircleCheck className="icon-large" />}
      title="Nothing waiting for you"
      actions={
        <Button leftSection={<IconPlayerPlay className="icon" aria-hidden />} renderRoot={(props) => <Link to="/processes" {...props} />}>
          Start a process
        </Button>
      }
    >
      {next ? (
        <>
          Next in {VIEW_LABELS[next.view]}:{' '}
          <Link className="link" to="/inbox/$taskId" params={{ taskId: next.task.id }} search={next.view === 'mine' ? {} : { view: next.view }}>
            {next.task.name}
          </Link>
          {next.task.dueAt && `, due ${dayWords(next.task.dueAt, new Date())}`}
        </>
      ) : (
        'New tasks appear here by themselves.'
      )}
    </Notice>
  );
}

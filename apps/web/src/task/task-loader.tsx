import { Button } from '@mantine/core';
import { IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem, sentenceOf } from '../api/api-problem.ts';
import { useMe } from '../api/session.ts';
import { hasExpressions } from '../forms/form-values.ts';
import { loadEvaluate, noEvaluate } from '../forms/load-evaluate.ts';
import { Notice } from '../ui/notice.tsx';
import { formOf } from './answer.ts';
import { deviceDraft, draftToRestore } from './device-draft.ts';
import { draftQuery, type TaskDraft, taskQuery } from './task-queries.ts';
import { TaskSkeleton } from './task-skeleton.tsx';
import { TaskWorkspace, type TaskWorkspaceProps } from './task-workspace.tsx';

type TaskLoaderProps = Omit<TaskWorkspaceProps, 'task' | 'restored' | 'evaluate' | 'locale'> & { readonly taskId: string };

/** Why a task can't be shown. */
export function TaskProblem({ error, as, onRetry }: { readonly error: unknown; readonly as: 'h1' | 'h2'; readonly onRetry: () => void }) {
  // Whoever a task isn't for doesn't learn from the server whether there is one.
  if (isProblem(error, 'not-found', 'not-allowed')) {
    return (
      <Notice as={as} icon={<IconLock className="icon-large" />} title="There is no task here for you">
        The link may be mistyped, or the task is for other people. Ask whoever sent you the link, or an administrator, to give it to you.
      </Notice>
    );
  }
  return (
    <Notice
      as={as}
      tone="attention"
      icon={<IconPlugConnectedX className="icon-large" />}
      title="The task could not be loaded"
      actions={<Button onClick={onRetry}>Try again</Button>}
    >
      {sentenceOf(error)}
    </Notice>
  );
}

/** The draft as it was when the task was opened, and never again: what is being typed is newer. */
function Restored({ draft, ...props }: Omit<TaskWorkspaceProps, 'restored' | 'locale'> & { readonly draft: TaskDraft }) {
  const me = useMe();
  const [restored] = useState(() => draftToRestore(draft, deviceDraft(me.id, props.task.id, globalThis.localStorage).read()));
  return <TaskWorkspace {...props} restored={restored} locale={navigator.language} />;
}

const NO_DRAFT: TaskDraft = { variables: {}, comment: null, savedAt: null };

/** Brings a task with its draft. */
export function TaskLoader({ taskId, ...props }: TaskLoaderProps) {
  const task = useQuery(taskQuery(taskId));
  const isToDo = task.data?.status === 'open' || task.data?.status === 'claimed';
  const draft = useQuery({ ...draftQuery(taskId), enabled: isToDo });
  const needsFeel = task.data ? hasExpressions(formOf(task.data)) : false;
  const evaluate = useQuery({
    queryKey: ['feel', taskId],
    queryFn: () => loadEvaluate(task.data?.variables ?? {}),
    enabled: needsFeel,
    staleTime: Number.POSITIVE_INFINITY,
  });

  if (task.isError && !task.data) return <TaskProblem error={task.error} as={props.place === 'page' ? 'h1' : 'h2'} onRetry={() => void task.refetch()} />;
  if (!task.data || (isToDo && draft.isPending) || (needsFeel && evaluate.isPending)) return <TaskSkeleton place={props.place} />;
  return <Restored key={taskId} {...props} task={task.data} draft={draft.data ?? NO_DRAFT} evaluate={evaluate.data ?? noEvaluate} />;
}

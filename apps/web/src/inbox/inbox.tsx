import type { Task, TaskDetail } from '@baton/contract';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowsDiagonal, IconInbox, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { announce } from '../frame/announce.tsx';
import { usePage } from '../frame/page-state.ts';
import { useShortcuts } from '../frame/use-shortcuts.ts';
import { TaskLoader } from '../task/task-loader.tsx';
import { draftQuery, type TaskView, taskQuery, VIEW_LABELS } from '../task/task-queries.ts';
import type { TaskHandle } from '../task/task-workspace.tsx';
import { useNow } from '../task/use-now.ts';
import { Notice } from '../ui/notice.tsx';
import { groupByDone, groupByDue, inListOrder } from './group-by-due.ts';
import styles from './inbox.module.css';
import { LIST_KEYS, type ListAction, rowAfter, rowInstead } from './list-keys.ts';
import { ListPane } from './list-pane.tsx';
import { useIsPhone } from './use-is-phone.ts';
import { useTaskList } from './use-task-list.ts';

const searchOf = (view: TaskView) => (view === 'mine' ? {} : { view });

function Crumbs({ view, name }: { readonly view: TaskView; readonly name: string | undefined }) {
  usePage([{ label: 'Inbox', to: '/inbox' }, { label: VIEW_LABELS[view] }, ...(name ? [{ label: name }] : [])]);
  return null;
}

/** List and open task of one view, and what the keys do with them. */
export function Inbox({ view, openId }: { readonly view: TaskView; readonly openId: string | undefined }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const onPhone = useIsPhone();
  const now = useNow();
  const { query, state, dispatch, undecide } = useTaskList(view);
  const pane = useRef<HTMLElement>(null);
  const task = useRef<TaskHandle>(null);
  const [isListFocused, setIsListFocused] = useState(false);
  const [refusal, setRefusal] = useState<{ task: Task; words: string } | null>(null);

  const groups = view === 'done' ? groupByDone(state.rows, now) : groupByDue(state.rows, now);
  const rows = inListOrder(groups);
  const ids = rows.map(({ id }) => id);

  const focusRow = (id: string | undefined) => {
    if (id) pane.current?.querySelector<HTMLElement>(`[data-task="${CSS.escape(id)}"]`)?.focus();
  };
  const open = (id: string | undefined) => {
    if (!id) return void navigate({ to: '/inbox', search: searchOf(view), replace: true });
    void navigate({ to: '/inbox/$taskId', params: { taskId: id }, search: searchOf(view), replace: openId !== undefined });
  };

  const walk = (action: 'next' | 'previous' | 'first' | 'last') => {
    const id = rowAfter(ids, openId, action);
    if (!id) return;
    open(id);
    focusRow(id);
    const ahead = rowAfter(ids, id, action === 'previous' ? 'previous' : 'next');
    if (!ahead) return;
    void queryClient.prefetchQuery({ ...taskQuery(ahead), staleTime: 5_000 });
    if (view !== 'done') void queryClient.prefetchQuery(draftQuery(ahead));
  };
  const actions: { readonly [A in ListAction]: () => void } = {
    next: () => walk('next'),
    previous: () => walk('previous'),
    first: () => walk('first'),
    last: () => walk('last'),
    approve: () => task.current?.approve(),
    reject: () => task.current?.reject(),
    comment: () => task.current?.comment(),
    putBack: () => task.current?.putBack(),
  };
  useShortcuts('Task list', isListFocused && !onPhone ? LIST_KEYS.map(({ keys, label, action }) => ({ keys, label, run: actions[action] })) : []);

  // Keys work from the start: the list has the focus unless somebody put it elsewhere.
  const hasRows = rows.length > 0;
  useEffect(() => {
    if (hasRows && !onPhone && document.activeElement === document.body) pane.current?.querySelector<HTMLElement>('[data-task][tabindex="0"]')?.focus();
  }, [hasRows, onPhone]);

  // Beside the list there is always a task; opening it doesn't take it.
  const openedFirst = useRef<TaskView | null>(null);
  useEffect(() => {
    if (!hasRows || openedFirst.current === view) return;
    openedFirst.current = view;
    if (!openId && !onPhone && ids[0]) void navigate({ to: '/inbox/$taskId', params: { taskId: ids[0] }, search: searchOf(view), replace: true });
  });

  const arrived = state.arrived.length;
  useEffect(() => {
    if (arrived > 0) announce(`${arrived} new ${arrived === 1 ? 'task' : 'tasks'}`);
  }, [arrived]);

  /** The decided row is gone already; the next one opens, and the keys stay where they are. */
  const onDecided = (decided: Task) => {
    announce(`Done: ${decided.name}`);
    const next = rowInstead(nextAfter.current, decided.id);
    if (openId !== decided.id) return;
    open(next);
    requestAnimationFrame(() => focusRow(next));
  };
  const nextAfter = useRef<readonly string[]>([]);
  const onDeciding = ({ id }: TaskDetail) => {
    nextAfter.current = ids;
    setRefusal(null);
    dispatch({ type: 'decided', id });
  };
  const onRefused = (refused: TaskDetail, words: string) => {
    undecide(refused.id);
    setRefusal({ task: refused, words });
  };

  if (onPhone && openId) return <Navigate to="/t/$taskId" params={{ taskId: openId }} search={view === 'mine' ? {} : { from: view }} replace />;
  const notice = refusal && refusal.task.id !== openId && (
    <p className={styles.refusal} role="alert">
      <span>
        <Link className="link" to="/inbox/$taskId" params={{ taskId: refusal.task.id }} search={searchOf(view)}>
          {refusal.task.name}
        </Link>{' '}
        was not sent. {refusal.words}
      </span>
      <ActionIcon aria-label="Close this message" onClick={() => setRefusal(null)}>
        <IconX className="icon" />
      </ActionIcon>
    </p>
  );

  return (
    <>
      <Crumbs view={view} name={rows.find(({ id }) => id === openId)?.name} />
      <ListPane
        pane={pane}
        view={view}
        state={state}
        groups={groups}
        isLoading={query.isPending}
        openId={openId}
        onPhone={onPhone}
        now={now}
        notice={notice}
        onSettle={() => dispatch({ type: 'settled' })}
        onFocusChange={setIsListFocused}
        onOpenAgain={() => task.current?.focus()}
      />
      {!onPhone && (openId || hasRows || query.isPending) && (
        <section className={styles.task} aria-label="Open task" onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && focusRow(openId)}>
          {openId ? (
            <TaskLoader
              key={openId}
              taskId={openId}
              place="pane"
              handle={task}
              onDeciding={onDeciding}
              onDecided={onDecided}
              onRefused={onRefused}
              tools={
                <Tooltip label="Open on its own page">
                  <ActionIcon
                    aria-label="Open on its own page"
                    renderRoot={(props) => <Link to="/t/$taskId" params={{ taskId: openId }} search={view === 'mine' ? {} : { from: view }} {...props} />}
                  >
                    <IconArrowsDiagonal className="icon" />
                  </ActionIcon>
                </Tooltip>
              }
            />
          ) : (
            hasRows && (
              <Notice icon={<IconInbox className="icon-large" />} title="Choose a task">
                Press J or click one in the list.
              </Notice>
            )
          )}
        </section>
      )}
    </>
  );
}

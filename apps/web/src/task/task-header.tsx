import type { TaskDetail } from '@baton/contract';
import { IconAlertTriangle, IconCalendar, IconClock } from '@tabler/icons-react';
import { classNames } from '../theme/class-names.ts';
import { dueOnTask, dueState } from './due-words.ts';
import { initialsOf } from './initials.ts';
import styles from './task.module.css';
import { momentWords } from './when-words.ts';

export function DueChip({ dueAt, now }: { readonly dueAt: string; readonly now: Date }) {
  const state = dueState(dueAt, now);
  const Icon = { overdue: IconAlertTriangle, today: IconClock, later: IconCalendar }[state];
  return (
    <span className={classNames(styles['chip'], styles[state])}>
      <Icon className="icon" aria-hidden />
      {dueOnTask(dueAt, now)}
    </span>
  );
}

/** What it is, who asked for it and until when. */
export function TaskHeader({ task, now, as: Heading, tools }: { readonly task: TaskDetail; readonly now: Date; readonly as: 'h1' | 'h2'; readonly tools?: React.ReactNode }) {
  const isToDo = task.status === 'open' || task.status === 'claimed';
  return (
    <header>
      <div className={styles['kick']}>
        <span className="cut">
          {task.processName}
          {task.businessKey && (
            <>
              <span className={styles['dot']}>·</span>
              <span className="numeric">{task.businessKey}</span>
            </>
          )}
        </span>
        {tools && <span className={styles['tools']}>{tools}</span>}
      </div>
      <Heading className={styles['title']} tabIndex={-1}>
        {task.name}
      </Heading>
      <div className={styles['meta']}>
        <span className={styles['avatar']} aria-hidden>
          {initialsOf(task.requester.name)}
        </span>
        <span className={styles['who']}>{task.requester.name}</span>
        <span className={styles['asked']}>asked {momentWords(task.createdAt, now)}</span>
        {task.dueAt && isToDo && <DueChip dueAt={task.dueAt} now={now} />}
      </div>
    </header>
  );
}

import type { TaskDetail } from '@baton/contract';
import { IconAlertTriangle, IconCalendar, IconClock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { classNames } from '../theme/class-names.ts';
import { Avatar } from '../ui/avatar.tsx';
import { dueOnTask, dueState } from './due-words.ts';
import styles from './task.module.css';
import { momentInSentence } from './when-words.ts';

export function DueChip({ dueAt, now }: { readonly dueAt: string; readonly now: Date }) {
  const state = dueState(dueAt, now);
  const Icon = { overdue: IconAlertTriangle, today: IconClock, later: IconCalendar }[state];
  return (
    <span className={classNames(styles.chip, styles[state])}>
      <Icon className="icon" aria-hidden />
      {dueOnTask(dueAt, now)}
    </span>
  );
}

/** What it is, who asked for it and until when. */
export function TaskHeader({
  task,
  now,
  as: Heading,
  tools,
}: {
  readonly task: TaskDetail;
  readonly now: Date;
  readonly as: 'h1' | 'h2';
  readonly tools?: ReactNode;
}) {
  const isToDo = task.status === 'open' || task.status === 'claimed';
  return (
    <header>
      <div className={styles.kick}>
        <span className="cut">
          {task.processName}
          {task.businessKey && (
            <>
              <span className={styles.dot}>·</span>
              {task.businessKey}
            </>
          )}
        </span>
        {tools && <span className={styles.tools}>{tools}</span>}
      </div>
      <Heading className={styles.title} tabIndex={-1}>
        {task.name}
      </Heading>
      <div className={styles.meta}>
        <Avatar name={task.requester.name} />
        <span className={styles.who}>{task.requester.name}</span>
        <span className={styles.asked}>asked {momentInSentence(task.createdAt, now)}</span>
        {task.dueAt && isToDo && <DueChip dueAt={task.dueAt} now={now} />}
      </div>
    </header>
  );
}

import type { TaskDetail } from '@baton/contract';
import { IconAlertTriangle, IconCircleCheck, IconUserCheck } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { classNames } from '../theme/class-names.ts';
import { decidedWords } from './outcome-words.ts';
import styles from './task.module.css';

/** Says above a task what has happened to it. */
export function TaskBanner({ tone, children }: { readonly tone: 'done' | 'attention' | 'quiet'; readonly children: ReactNode }) {
  const Icon = { done: IconCircleCheck, attention: IconAlertTriangle, quiet: IconUserCheck }[tone];
  const banner = useRef<HTMLParagraphElement>(null);
  useEffect(() => banner.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <p
      ref={banner}
      className={classNames(styles.banner, styles[tone === 'done' ? 'bannerDone' : tone === 'attention' ? 'bannerAttention' : 'bannerQuiet'])}
      role="status"
    >
      <Icon className="icon" aria-hidden />
      <span>{children}</span>
    </p>
  );
}

/** Why there is nothing to decide here. */
export function ClosedBanner({ task, now }: { readonly task: TaskDetail; readonly now: Date }) {
  if (task.status === 'completed') return <TaskBanner tone="done">{decidedWords(task, now)}</TaskBanner>;
  if (task.status === 'cancelled') return <TaskBanner tone="quiet">This is no longer needed: the process went on without it.</TaskBanner>;
  return (
    <TaskBanner tone="quiet">
      {task.assignee ? `${task.assignee.name} is working on this.` : 'You can read this, but it is for somebody else to decide.'}
    </TaskBanner>
  );
}

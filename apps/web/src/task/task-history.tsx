import type { TaskDetail } from '@baton/contract';
import { IconSitemap } from '@tabler/icons-react';
import { Avatar } from '../ui/avatar.tsx';
import { historyWords } from './history-words.ts';
import styles from './task.module.css';
import { momentWords } from './when-words.ts';

/** What happened so far, the last first, with what people wrote. */
export function TaskHistory({
  task,
  userId,
  now,
  as: Heading,
}: {
  readonly task: TaskDetail;
  readonly as: 'h2' | 'h3';
  readonly userId: string;
  readonly now: Date;
}) {
  const { history, steps } = task;
  if (history.length === 0) return null;
  return (
    <section className={styles.history} aria-label="History">
      <Heading className={styles.historyTitle}>History</Heading>
      <ol>
        {history.toReversed().map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry never changes, and new ones come on top
          <li key={history.length - index}>
            {entry.who ? (
              <Avatar name={entry.who.name} size="small" />
            ) : (
              <span className={styles.node} aria-hidden>
                <IconSitemap size={12} />
              </span>
            )}
            <div>
              <p>
                {entry.who && <b>{entry.who.userId === userId ? 'You' : entry.who.name}</b>} {historyWords(entry, steps)}
              </p>
              {entry.comment && <q>{entry.comment}</q>}
              <time dateTime={entry.at}>{momentWords(entry.at, now)}</time>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

import type { TaskDetail } from '@baton/contract';
import { IconSitemap } from '@tabler/icons-react';
import { initialsOf } from './initials.ts';
import styles from './task.module.css';
import { momentWords } from './when-words.ts';

/** What happened so far, the last first, with what people wrote. */
export function TaskHistory({ history, userId, now }: { readonly history: TaskDetail['history']; readonly userId: string; readonly now: Date }) {
  if (history.length === 0) return null;
  return (
    <section className={styles['history']} aria-label="History">
      <h3>History</h3>
      <ol>
        {history.toReversed().map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry never changes, and new ones come on top
          <li key={history.length - index}>
            <span className={styles['avatarSmall']} aria-hidden>
              {entry.who ? initialsOf(entry.who.name) : <IconSitemap size={12} />}
            </span>
            <div>
              <p>
                {entry.who && <b>{entry.who.userId === userId ? 'You' : entry.who.name}</b>} {entry.what}
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

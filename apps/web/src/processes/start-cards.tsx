import type { ProcessSummary } from '@baton/contract';
import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import styles from './start-cards.module.css';

const AT_MOST = 4;

interface StartCardsProps {
  readonly startable: readonly ProcessSummary[];
  readonly onStart: (processKey: string) => void;
  readonly onAll: () => void;
}

/** What somebody can start, the few changed last at hand. */
export function StartCards({ startable, onStart, onAll }: StartCardsProps) {
  return (
    <section aria-labelledby="start-a-process">
      <div className={styles.head}>
        <h2 id="start-a-process">Start a process</h2>
        {startable.length > AT_MOST && (
          <button type="button" className={styles.all} onClick={onAll}>
            All {startable.length} you can start
          </button>
        )}
      </div>
      <ul className={styles.cards}>
        {startable.slice(0, AT_MOST).map((process) => (
          <li key={process.key} className={styles.card}>
            <span className={styles.tile} aria-hidden="true">
              <IconPlayerPlay className="icon-large" />
            </span>
            <div className={styles.text}>
              <h3 className="cut" title={process.name}>
                {process.name}
              </h3>
              <p title={process.description}>{process.description ?? whatIsAsked(process)}</p>
            </div>
            <Button variant="default" aria-label={`Start ${process.name}`} onClick={() => onStart(process.key)}>
              Start
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function whatIsAsked({ startForm }: ProcessSummary): string {
  const questions = startForm?.fields.filter((field) => !field.readOnly).length ?? 0;
  if (questions === 0) return 'Starts at once';
  return questions === 1 ? 'Asks one question' : `Asks ${questions} questions`;
}

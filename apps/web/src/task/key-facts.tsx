import type { TaskDetail } from '@baton/contract';
import { MOST_FACTS } from './answer.ts';
import { factText } from './fact-text.ts';
import styles from './task.module.css';

/** The at most four facts a decision rests on. */
export function KeyFacts({ facts, locale }: { readonly facts: TaskDetail['keyFacts']; readonly locale: string }) {
  if (facts.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {facts.slice(0, MOST_FACTS).map((fact) => (
        <div key={fact.name}>
          <dt>{fact.label}</dt>
          <dd>{factText(fact, locale)}</dd>
        </div>
      ))}
    </dl>
  );
}

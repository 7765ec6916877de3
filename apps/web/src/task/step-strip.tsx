import type { TaskDetail } from '@baton/contract';
import { IconCircle, IconCircleCheck, IconCircleDot } from '@tabler/icons-react';
import { classNames } from '../theme/class-names.ts';
import styles from './task.module.css';

type Step = TaskDetail['steps'][number];

const ICONS = { done: IconCircleCheck, current: IconCircleDot, ahead: IconCircle } as const satisfies { readonly [S in Step['state']]: unknown };
const STATE_WORDS: { readonly [S in Step['state']]: string } = { done: 'done', current: 'now', ahead: 'ahead' };

/** Where the process stands among the steps people take: `Step 2 of 4`. One step alone says nothing. */
export function StepStrip({ steps, isOver }: { readonly steps: readonly Step[]; readonly isOver: boolean }) {
  if (steps.length < 2) return <div className={styles.rule} />;
  const at = steps.findIndex(({ state }) => state === 'current');
  const current = steps[at];
  return (
    <div className={styles.progress}>
      <ol className={styles.steps}>
        {steps.map((step) => {
          const state = isOver && step.state === 'current' ? 'done' : step.state;
          const Icon = ICONS[state];
          return (
            <li key={step.elementId} className={classNames(styles.step, styles[state])} aria-current={state === 'current' ? 'step' : undefined}>
              <Icon className="icon" aria-hidden />
              <span className="cut">{step.name}</span>
              <span className="visually-hidden">, {STATE_WORDS[state]}</span>
            </li>
          );
        })}
      </ol>
      {current && (
        <span className={classNames(styles.stepOf, 'numeric')}>
          Step {at + 1} of {steps.length}
          <span className={styles.onPhone}>: {current.name}</span>
        </span>
      )}
    </div>
  );
}

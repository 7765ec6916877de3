import type { InstanceView } from '@baton/contract';
import type { GraphWords } from '../graph-words.ts';
import { type ListedStep, stepList } from '../state/step-list.ts';
import { StepIcon } from '../step-icon.tsx';
import styles from './step-list-view.module.css';

interface StepListViewProps {
  readonly view: InstanceView;
  readonly words: GraphWords;
  readonly now: number;
  readonly selectedId: string | undefined;
  readonly onSelect: (elementId: string) => void;
  /** Not seen it is there for screen readers only, and then nothing in it takes the focus. */
  readonly isSeen: boolean;
}

/** The diagram as a list, for phones and screen readers, and for whoever likes lists better. */
export function StepListView({ view, words, now, selectedId, onSelect, isSeen }: StepListViewProps) {
  return (
    <section className={isSeen ? styles.steps : 'visually-hidden'} aria-labelledby="steps-heading" {...(isSeen && { 'data-seen': '' })}>
      <h2 id="steps-heading">Steps</h2>
      <ol>
        {stepList(view, words, now).map((step) => (
          <li key={step.elementId} style={{ paddingLeft: step.depth * 16 }}>
            {isSeen ? (
              <button
                type="button"
                className={styles.step}
                data-state={step.activity.state}
                aria-current={selectedId === step.elementId ? 'true' : undefined}
                onClick={() => onSelect(step.elementId)}
              >
                <StepIcon type={step.elementType} />
                <StepText step={step} />
              </button>
            ) : (
              <StepText step={step} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

const StepText = ({ step }: { step: ListedStep }) => (
  <span className={styles.text}>
    <span className={styles.name}>{step.name}</span>
    <span className={styles.says}>
      <span className="visually-hidden">{step.kind}, </span>
      {step.says}
    </span>
  </span>
);

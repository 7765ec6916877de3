import type { TaskDetail } from '@baton/contract';
import { Button } from '@mantine/core';
import { IconArrowRight, IconCheck, IconCloudOff, IconWifiOff, IconX } from '@tabler/icons-react';
import { classNames } from '../theme/class-names.ts';
import { Key } from '../ui/key.tsx';
import { afterYou, draftWords } from './decision-words.ts';
import { inButtonOrder } from './outcome-words.ts';
import styles from './task.module.css';
import type { TaskWork } from './use-task-work.ts';

type Outcome = TaskDetail['outcomes'][number];

const ICONS = { positive: IconCheck, negative: IconX, neutral: IconArrowRight } as const satisfies { readonly [T in Outcome['tone']]: unknown };
const KEYS: { readonly [T in Outcome['tone']]: string | undefined } = { positive: 'A', negative: 'R', neutral: undefined };

function DraftLine({ work, isOnline }: { readonly work: TaskWork; readonly isOnline: boolean }) {
  const words = draftWords(work.draftState);
  if (!isOnline) {
    return (
      <p className={classNames(styles.saved, styles.isLocal)}>
        <IconWifiOff className="icon" aria-hidden />
        You are offline. Decide when you are back.
      </p>
    );
  }
  if (!words) return null;
  const Icon = work.draftState.type === 'local' ? IconCloudOff : IconCheck;
  return (
    <p className={classNames(styles.saved, work.draftState.type === 'saved' && styles.isSaved, work.draftState.type === 'local' && styles.isLocal)}>
      <Icon className="icon" aria-hidden />
      {words}
    </p>
  );
}

interface DecisionBarProps {
  readonly task: TaskDetail;
  readonly work: TaskWork;
  readonly isOnline: boolean;
  /** In the inbox the list's keys stand on the buttons. */
  readonly hasKeys: boolean;
}

/** Always in sight: where the draft is, what happens next, and the decisions with the main one rightmost. */
export function DecisionBar({ task, work, isOnline, hasKeys }: DecisionBarProps) {
  const outcomes = inButtonOrder(task.outcomes);
  const main = outcomes.at(-1);
  const isBusy = work.deciding !== null;
  return (
    <footer className={styles.bar}>
      <div className={styles.barState}>
        <DraftLine work={work} isOnline={isOnline} />
        <p className={styles.after}>{afterYou(task)}</p>
      </div>
      {outcomes.map((outcome) => {
        const Icon = ICONS[outcome.tone];
        const key = hasKeys ? KEYS[outcome.tone] : undefined;
        return (
          <Button
            key={outcome.value}
            size="lg"
            className={classNames(styles.decide, outcome === main && styles.mainDecision)}
            variant={outcome === main ? 'filled' : 'default'}
            leftSection={<Icon className="icon" aria-hidden />}
            rightSection={key && <Key>{key}</Key>}
            disabled={!isOnline || (isBusy && work.deciding !== outcome.value)}
            loading={work.deciding === outcome.value}
            onClick={() => void work.decide(outcome)}
          >
            {outcome.label}
          </Button>
        );
      })}
      {outcomes.length === 0 && (
        <Button
          size="lg"
          className={classNames(styles.decide, styles.mainDecision)}
          leftSection={<IconCheck className="icon" aria-hidden />}
          rightSection={hasKeys && <Key>A</Key>}
          disabled={!isOnline}
          loading={isBusy}
          onClick={() => void work.decide(undefined)}
        >
          Complete
        </Button>
      )}
    </footer>
  );
}

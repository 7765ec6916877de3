import { IconAlertTriangle, IconBan, IconCheck, IconHourglassHigh, IconPlayerPlayFilled, type IconProps } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import styles from './status-word.module.css';
import type { StepStatus } from './words/waiting-reason.ts';

const ICONS: { readonly [S in StepStatus]: ComponentType<IconProps> } = {
  running: IconPlayerPlayFilled,
  waiting: IconHourglassHigh,
  attention: IconAlertTriangle,
  done: IconCheck,
  canceled: IconBan,
};

/** A state in a line of text: icon, word and colour, without a chip's ground. */
export function StatusWord({ status, children }: { readonly status: StepStatus; readonly children: string }) {
  const Icon = ICONS[status];
  return (
    <span className={styles.word} data-status={status}>
      <Icon className={styles.icon ?? ''} aria-hidden="true" />
      {children}
    </span>
  );
}

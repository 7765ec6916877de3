import {
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconClockHour4,
  IconHourglass,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  type IconProps,
  IconUser,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { classNames } from '../theme/class-names.ts';
import styles from './status-chip.module.css';

export type Status = 'running' | 'waiting' | 'person' | 'done' | 'attention' | 'canceled' | 'paused' | 'live' | 'draft' | 'ahead' | 'late';

const LOOKS: { readonly [S in Status]: { readonly icon: ComponentType<IconProps>; readonly tone: string; readonly word: string } } = {
  running: { icon: IconPlayerPlay, tone: 'running', word: 'Running' },
  waiting: { icon: IconHourglass, tone: 'waiting', word: 'Waiting' },
  person: { icon: IconUser, tone: 'waiting', word: 'Waiting for a person' },
  done: { icon: IconCircleCheck, tone: 'done', word: 'Done' },
  attention: { icon: IconAlertTriangle, tone: 'attention', word: 'Needs attention' },
  canceled: { icon: IconBan, tone: 'canceled', word: 'Canceled' },
  paused: { icon: IconPlayerPause, tone: 'paused', word: 'Paused' },
  live: { icon: IconCircleCheck, tone: 'done', word: 'Live' },
  draft: { icon: IconPencil, tone: 'canceled', word: 'Draft' },
  ahead: { icon: IconPencil, tone: 'ahead', word: 'Draft ahead' },
  late: { icon: IconClockHour4, tone: 'waiting', word: 'Late' },
};

interface StatusChipProps {
  readonly status: Status;
  /** Instead of the usual word: `Live v7`, `Waiting for A. Meyer`. */
  readonly children?: string;
  readonly size?: 'small' | 'large';
}

/** A state, always as icon, word and colour. */
export function StatusChip({ status, children, size = 'small' }: StatusChipProps) {
  const { icon: Icon, tone, word } = LOOKS[status];
  return (
    <span className={classNames(styles.chip, styles[tone], size === 'large' && styles.large)}>
      <Icon className="icon" aria-hidden="true" />
      {children ?? word}
    </span>
  );
}

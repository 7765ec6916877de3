import type { InstanceView } from '@baton/contract';
import { Button } from '@mantine/core';
import type { LiveState } from '../../api/live-client.ts';
import { classNames } from '../../theme/class-names.ts';
import { sayClockExactly } from '../words/when.ts';
import styles from './scrubber.module.css';

interface LiveChipProps {
  readonly isPast: boolean;
  readonly status: InstanceView['status'];
  readonly connection: LiveState;
  readonly asOf: number;
  readonly onLive: () => void;
}

/** Whether what is shown is the present; if the connection is lost, of when it is. */
export function LiveChip({ isPast, status, connection, asOf, onLive }: LiveChipProps) {
  if (isPast)
    return (
      <Button variant="default" size="xs" onClick={onLive}>
        Back to now
      </Button>
    );
  if (status !== 'active') return <span className={classNames(styles.chip, styles.ended)}>Ended</span>;
  if (connection === 'paused')
    return (
      <span className={classNames(styles.chip, styles.paused)} role="status">
        Updates paused, as of {sayClockExactly(asOf)}
      </span>
    );
  return (
    <span className={classNames(styles.chip, styles.live)}>
      <i />
      Live
    </span>
  );
}

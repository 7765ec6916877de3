import type { ProcessSummary } from '@baton/contract';
import { StatusChip } from '../ui/status-chip.tsx';
import styles from './process-status.module.css';

/** Draft; Live v7; Live v7 with a draft ahead. */
export function ProcessStatus({ process }: { process: Pick<ProcessSummary, 'status' | 'version'> }) {
  return (
    <span className={styles.chips}>
      {process.version === null ? <StatusChip status="draft" /> : <StatusChip status="live">{`Live v${process.version}`}</StatusChip>}
      {process.status === 'draft-ahead' && <StatusChip status="ahead" />}
    </span>
  );
}

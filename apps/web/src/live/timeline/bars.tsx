import type { StepStatus } from '../words/waiting-reason.ts';
import styles from './bars.module.css';
import type { TimeAxis } from './time-axis.ts';

const percent = (part: number) => `${part * 100}%`;

/** The folded quiet, behind a row's bar. */
export const IdleBands = ({ axis }: { readonly axis: TimeAxis }) =>
  axis.stretches
    .filter(({ isIdle }) => isIdle)
    .map(({ from, start, end }) => <i key={from} className={styles.idle} style={{ left: percent(start), width: percent(end - start) }} />);

export interface BarProps {
  readonly axis: TimeAxis;
  readonly from: number;
  readonly to: number;
  readonly status: StepStatus;
}

/** When something was there; a moment is a small solid mark. */
export function Bar({ axis, from, to, status }: BarProps) {
  const start = axis.position(from);
  const width = axis.position(to) - start;
  return (
    <i className={styles.bar} data-status={status} data-short={width < 0.015} style={{ left: `min(${percent(start)}, 100% - 4px)`, width: percent(width) }} />
  );
}

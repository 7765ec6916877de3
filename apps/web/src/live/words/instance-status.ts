import type { InstanceView } from '@baton/contract';
import { leavesOf } from '../state/diagram-states.ts';
import { inOneLine, type StepStatus, waitingReason } from './waiting-reason.ts';
import { sayDuration } from './when.ts';

export type InstanceStatus = { readonly status: StepStatus | 'paused'; readonly words: string };

const ENDED: { readonly [S in Exclude<InstanceView['status'], 'active'>]: InstanceStatus } = {
  completed: { status: 'done', words: 'Done' },
  cancelled: { status: 'canceled', words: 'Canceled' },
  suspended: { status: 'paused', words: 'Paused' },
  failed: { status: 'attention', words: 'Failed' },
};
const MOST_TELLING_FIRST: readonly StepStatus[] = ['attention', 'waiting', 'running'];

/** The instance in one line: its most telling step, and how many others there are. */
export function instanceStatus(view: InstanceView, now: number): InstanceStatus {
  if (view.status !== 'active') return ENDED[view.status];
  const reasons = leavesOf(view)
    .sort((a, b) => a.since.localeCompare(b.since))
    .map((element) => waitingReason(element, now))
    .sort((a, b) => MOST_TELLING_FIRST.indexOf(a.status) - MOST_TELLING_FIRST.indexOf(b.status));
  const [first, ...others] = reasons;
  if (!first) return { status: 'running', words: 'Running' };
  return { status: first.status, words: others.length ? `${first.headline}, and ${others.length} more` : inOneLine(first) };
}

/** "Running for 2 d 5 h", "Took 3 h". */
export function howLong(view: InstanceView, now: number): string | null {
  if (!view.startedAt) return null;
  const started = Date.parse(view.startedAt);
  return view.endedAt ? `Took ${sayDuration(Date.parse(view.endedAt) - started)}` : `Running for ${sayDuration(Math.max(0, now - started))}`;
}

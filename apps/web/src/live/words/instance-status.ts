import type { ActiveElement, InstanceView } from '@baton/contract';
import type { GraphWords } from '../graph-words.ts';
import { leavesOf } from '../state/diagram-states.ts';
import { inOneLine, type StepStatus, type WaitingReason, waitingReason } from './waiting-reason.ts';
import { sayDuration } from './when.ts';

export type InstanceStatus = { readonly status: StepStatus | 'paused'; readonly words: string };

const ENDED: { readonly [S in Exclude<InstanceView['status'], 'active'>]: InstanceStatus } = {
  completed: { status: 'done', words: 'Done' },
  cancelled: { status: 'canceled', words: 'Canceled' },
  suspended: { status: 'paused', words: 'Paused' },
  failed: { status: 'attention', words: 'Failed' },
};
const TELLING: { readonly [S in StepStatus]: number } = { attention: 0, waiting: 2, running: 3, done: 4, canceled: 4 };
/** A person can do something about it, a timer only passes. */
const rankOf = ({ waitingFor }: ActiveElement, { status }: WaitingReason) => (status === 'waiting' && waitingFor?.kind === 'person' ? 1 : TELLING[status]);

/** The instance in one line: its most telling step, and how many others there are. */
export function instanceStatus(view: InstanceView, now: number, { nameOf, element: drawn }: Pick<GraphWords, 'nameOf' | 'element'>): InstanceStatus {
  if (view.status !== 'active') return ENDED[view.status];
  const steps = leavesOf(view)
    .sort((a, b) => a.since.localeCompare(b.since))
    .map((element) => ({ element, name: nameOf(element.elementId), reason: waitingReason(element, now, drawn(element.elementId)) }))
    .sort((a, b) => rankOf(a.element, a.reason) - rankOf(b.element, b.reason));
  const [first, ...others] = steps;
  if (!first) return { status: 'running', words: 'Running' };
  return { status: first.reason.status, words: others.length ? `${brief(first)}, and ${others.length} more` : inFull(first) };
}

type Step = { readonly name: string; readonly reason: WaitingReason };
const brief = ({ name, reason }: Step) => (reason.status === 'attention' ? `${reason.headline}: ${name}` : reason.headline);
const inFull = ({ name, reason }: Step) => (reason.status === 'waiting' ? inOneLine(reason) : `${reason.headline}: ${name}`);

/** "Running for 2 d 5 h", "Took 3 h". */
export function howLong(view: InstanceView, now: number): string | null {
  if (!view.startedAt) return null;
  const started = Date.parse(view.startedAt);
  return view.endedAt ? `Took ${sayDuration(Date.parse(view.endedAt) - started)}` : `Running for ${sayDuration(Math.max(0, now - started))}`;
}

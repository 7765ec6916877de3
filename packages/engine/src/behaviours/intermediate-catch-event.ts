import { type Behaviour, DONE, failWith, waitFor } from '../behaviour.ts';
import { timerOf } from '../mechanics/timers.ts';

/** Waits until its time has come. */
export const intermediateCatchEvent: Behaviour<'intermediateCatchEvent'> = ({ node, element }) => {
  const timer = timerOf(element.trigger);
  return {
    enter: (x, token) => {
      const due = timer(x, node, token.key);
      if (!due.ok) return failWith(due.failure);
      x.emit({ type: 'timer.scheduled', timerKey: x.draft.nextTimerKey, key: token.key, elementId: node.id, dueAt: due.value.dueAt });
      return waitFor({ kind: 'timer' });
    },
    resume: () => DONE,
  };
};

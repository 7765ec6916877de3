import { type Behaviour, STAY } from '../behaviour.ts';
import { bug } from '../draft.ts';
import { repeat, timerOf } from '../mechanics/timers.ts';

/** Its host listens for it; when it happens an interrupting one cancels the host, and the path goes on from here. */
export const boundaryEvent: Behaviour<'boundaryEvent'> = ({ node, element }) => {
  const isInterrupting = element.cancelActivity ?? true;
  const timer = timerOf(element.trigger);
  return {
    listen: (x, host) => timer(x, node, host.key),
    resume: (x, host, trigger) => {
      const scope = host.scope ?? bug(`${host.key} has no scope`);
      if (isInterrupting) x.cancel(host.key);
      else if (trigger.kind === 'timer') repeat(x, trigger.timer);
      x.enter(node, scope);
      return STAY;
    },
  };
};

import { type Behaviour, broughtBy, DONE, doneWith, failWith, STAY, waitFor } from '../behaviour.ts';
import type { Awaits } from '../event.ts';
import { listenFor } from '../mechanics/listening.ts';
import { repeat } from '../mechanics/timers.ts';

/** Waits until what it listens for has come; a timer's cycle gives a token each time. A link is reached without a flow and goes on. */
export const intermediateCatchEvent: Behaviour<'intermediateCatchEvent'> = ({ node }) => {
  const [first] = node.triggers;
  const awaits: Awaits = { kind: node.triggers.length === 1 && first?.type === 'timer' ? 'timer' : 'event' };
  return {
    enter: (x, token) => {
      if (first?.type === 'link') return DONE;
      const failure = listenFor(x, [node], token);
      return failure ? failWith(failure) : waitFor(awaits);
    },
    resume: (x, token, trigger) => {
      if (token.elementId !== node.id) {
        x.nodeOf(token).verbs.chosen(x, token, node, trigger);
        return STAY;
      }
      if (trigger.kind === 'timer') repeat(x, trigger.timer);
      if (trigger.kind !== 'timer' || !x.draft.element(token.key).timers?.length || node.triggers.length > 1) return doneWith(broughtBy(trigger));
      x.takeFlows(node, token);
      return waitFor(awaits);
    },
  };
};

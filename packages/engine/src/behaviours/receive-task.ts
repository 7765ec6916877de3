import { type Behaviour, broughtBy, doneWith, failWith, STAY, waitFor } from '../behaviour.ts';
import { listenFor } from '../mechanics/listening.ts';

/** Waits for its message. */
export const receiveTask: Behaviour<'receiveTask'> = ({ node }) => ({
  enter: (x, token) => {
    const failure = listenFor(x, [node], token);
    return failure ? failWith(failure) : waitFor({ kind: 'event' });
  },
  resume: (x, token, trigger) => {
    if (token.elementId === node.id) return doneWith(broughtBy(trigger));
    x.nodeOf(token).verbs.chosen(x, token, node, trigger);
    return STAY;
  },
});

import { type Behaviour, broughtBy, doneWith, STAY } from '../behaviour.ts';
import { bug } from '../draft.ts';
import { listenAgain } from '../mechanics/listening.ts';
import { repeat } from '../mechanics/timers.ts';

/** Its host listens for it; when it happens an interrupting one cancels the host, and the path goes on from here (BPMN 2.0.2, 13.5.3). */
export const boundaryEvent: Behaviour<'boundaryEvent'> = ({ node }) => ({
  resume: (x, host, trigger) => {
    const scope = host.scope ?? bug(`${host.key} has no scope`);
    if (node.isInterrupting) x.cancel(host.key);
    else if (trigger.kind === 'timer' && !node.needsAll) repeat(x, trigger.timer);
    else listenAgain(x, node, host);
    x.enterTriggered(node, scope, broughtBy(trigger));
    return STAY;
  },
  enter: () => doneWith({}),
});

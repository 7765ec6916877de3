import { type Behaviour, broughtBy, DONE, doneWith, STAY } from '../behaviour.ts';
import { cancelInside } from '../mechanics/cancellation.ts';
import { dropListening, listenAgain } from '../mechanics/listening.ts';
import { repeat } from '../mechanics/timers.ts';

/**
 * BPMN 2.0.2, 13.2: its scope enters it; it goes on at once. The start of an event sub-process is listened for by what that
 * stands in; when it happens an interrupting one cancels all that runs there (13.5.4).
 */
export const startEvent: Behaviour<'startEvent'> = ({ node }) => ({
  enter: () => DONE,
  resume: (x, host, trigger) => {
    if (host.elementId === node.id) return doneWith(broughtBy(trigger));
    if (node.isInterrupting) {
      cancelInside(x, host.key);
      dropListening(x, host.key, x.nodeOf(host).eventStarts);
    } else if (trigger.kind === 'timer' && !node.needsAll) repeat(x, trigger.timer);
    else listenAgain(x, node, host);
    x.enterEventSubProcess(node, host.key, broughtBy(trigger));
    return STAY;
  },
});

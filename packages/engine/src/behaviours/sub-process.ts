import { type Behaviour, waitFor } from '../behaviour.ts';
import { beginScope } from '../mechanics/scopes.ts';

/** A scope of its own: starts its plain start events, is done when nothing runs inside any more (BPMN 2.0.2, 13.3.4). */
export const subProcess: Behaviour<'subProcess'> = ({ node, element }) => ({
  enter: (x, token) => {
    if (!element.triggeredByEvent) return beginScope(x, node, token);
    x.startEventSubProcess(node, token);
    return waitFor({ kind: 'children' });
  },
  idle: (x, token) => x.complete(node, token, null),
});

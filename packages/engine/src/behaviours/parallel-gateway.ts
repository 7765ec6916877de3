import type { Behaviour } from '../behaviour.ts';
import { joinKey } from '../evolve.ts';
import { succeed } from '../result.ts';

/**
 * Waits until every incoming flow was taken, then takes all outgoing ones (BPMN 2.0.2, 13.4.1). Tokens are counted per flow:
 * a second one on the same flow waits for the next round. Conditions on its outgoing flows don't count.
 */
export const parallelGateway: Behaviour<'parallelGateway'> = ({ node }) => ({
  arrive: (x, flow, scope) => {
    if (node.incoming.length <= 1) return x.enter(node, scope);
    x.emit({ type: 'flow.parked', flowId: flow.id, elementId: node.id, scope });
    const waiting = x.draft.parked[joinKey(scope, node.id)] ?? {};
    if (node.incoming.every((flowId) => Object.hasOwn(waiting, flowId))) x.join(node, scope, node.incoming);
  },
  leave: () => succeed(node.outgoing),
});

import type { Behaviour } from '../behaviour.ts';
import { chooseAll } from '../mechanics/choose-flows.ts';
import { readyFlows } from '../mechanics/reachability.ts';

/**
 * Takes every flow whose condition is true, else the default flow; as a join it waits while a token can still arrive (BPMN 2.0.2,
 * 13.4.3), which is decided when nothing runs any more.
 */
export const inclusiveGateway: Behaviour<'inclusiveGateway'> = ({ node }) => ({
  arrive: (x, flow, scope) => {
    if (node.incoming.length <= 1) x.enter(node, scope);
    else x.park(node, flow, scope);
  },
  settle: (x, scope) => {
    const flows = readyFlows(x, node, scope);
    if (!flows) return false;
    x.join(node, scope, flows);
    return true;
  },
  leave: (x, token) => chooseAll(x, node, token),
});

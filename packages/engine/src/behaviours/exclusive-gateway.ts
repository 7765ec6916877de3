import type { Behaviour } from '../behaviour.ts';
import { isTrue } from '../mechanics/choose-flows.ts';
import { fail, succeed } from '../result.ts';

/** Takes the first flow in drawn order whose condition is true, else the default flow (BPMN 2.0.2, 13.4.2). */
export const exclusiveGateway: Behaviour<'exclusiveGateway'> = ({ node }) => ({
  leave: (x, token) => {
    for (const flow of node.outgoing) {
      if (flow.isDefault) continue;
      const verdict = isTrue(x, node, flow, token);
      if (!verdict.ok) return verdict;
      if (verdict.value) return succeed([flow]);
    }
    const otherwise = node.outgoing.find((flow) => flow.isDefault);
    if (otherwise) return succeed([otherwise]);
    if (node.outgoing.length === 0) return succeed([]);
    return fail('no-flow-chosen', `Expected one way out of “${node.label}” to be true, but none is and there is no default.`);
  },
});

import { type Behaviour, broughtBy, failWith, waitFor } from '../behaviour.ts';
import type { CompiledNode } from '../compiled-process.ts';
import { bug } from '../draft.ts';
import { dropListening, isListeningFor, listenFor } from '../mechanics/listening.ts';
import { ROOT_KEY } from '../state.ts';

/**
 * Listens for all events after it; the first that comes is the way on (BPMN 2.0.2, 13.4.4). An instantiating one is begun by an
 * event: exclusive, that was all; parallel, it listens on until every one has come.
 */
export const eventBasedGateway: Behaviour<'eventBasedGateway'> = ({ node, element }) => {
  const isParallel = element.instantiate === true && element.eventGatewayType === 'parallel';
  const events = () => node.outgoing.map((flow) => flow.target);
  return {
    enter: (x, token) => {
      const failure = listenFor(x, events(), token);
      return failure ? failWith(failure) : waitFor({ kind: 'event' });
    },
    chosen: (x, token, event: CompiledNode, trigger) => {
      const scope = token.scope ?? ROOT_KEY;
      const flow = node.outgoing.find((each) => each.target === event) ?? bug(`no flow from ${node.id} to ${event.id}`);
      if (isParallel) dropListening(x, token.key, [event]);
      const isOver = !isParallel || !events().some((each) => isListeningFor(x, each, token.key));
      x.emit({ type: 'flow.taken', flowId: flow.id, scope });
      if (isOver) x.end(node, x.draft.element(token.key));
      x.enterTriggered(event, scope, broughtBy(trigger));
    },
  };
};

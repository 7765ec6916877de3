import type { Behaviour } from '../behaviour.ts';
import { beginScope } from '../mechanics/scopes.ts';
import { ROOT_KEY } from '../state.ts';

/** A sub-process that can be cancelled: when all it did is undone, its cancel border event goes on (BPMN 2.0.2, 10.3.5). */
export const transaction: Behaviour<'transaction'> = ({ node }) => ({
  enter: (x, token) => beginScope(x, node, token),
  idle: (x, token) => x.complete(node, token, null),
  undone: (x, token) => {
    const body = token.iteration === undefined || token.scope === null ? token : x.draft.element(token.scope);
    const way = node.boundaryEvents.find((event) => event.triggers.some((trigger) => trigger.type === 'cancel'));
    x.cancel(body.key);
    if (way) x.enterTriggered(way, body.scope ?? ROOT_KEY, {});
  },
});

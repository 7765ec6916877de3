import { type Behaviour, waitFor } from '../behaviour.ts';

/** A scope of its own: starts its none start events, is done when nothing runs inside any more (BPMN 2.0.2, 13.3.4). */
export const subProcess: Behaviour<'subProcess'> = ({ node }) => ({
  enter: (x, token) => {
    x.startInside(node, token.key);
    return waitFor({ kind: 'children' });
  },
  idle: (x, token) => x.complete(node, token, null),
});

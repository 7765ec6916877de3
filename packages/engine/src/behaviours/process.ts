import type { Verbs } from '../behaviour.ts';
import { dropListening } from '../mechanics/listening.ts';

/** The process itself: done when nothing runs inside any more. */
export const processVerbs: Partial<Verbs> = {
  idle: (x, token) => {
    dropListening(x, token.key);
    x.emit({ type: 'element.completed', key: token.key, elementId: token.elementId });
    x.emit({ type: 'instance.completed' });
  },
};

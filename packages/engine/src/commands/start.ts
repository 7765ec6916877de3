import type { CommandOf } from '../command.ts';
import { ROOT_KEY } from '../state.ts';
import { type Handler, reject, rejectValues } from './handler.ts';

/** The variable that says who started it: `=initiator` as an assignee. Whoever starts it can't choose it. */
export const INITIATOR = 'initiator';

export const start: Handler<CommandOf<'start'>> = (x, { variables, by }) => {
  const { root } = x.process;
  if (x.draft.status !== 'new') return reject('instance-already-started', `Expected a new instance, but it is ${x.draft.status}.`);
  if (root.starts.length === 0) return reject('no-start-event', `Expected “${root.label}” to have a start event, but it has none.`);
  const initial = { ...variables, [INITIATOR]: by.userId ?? by.name };
  const rejection = rejectValues(x, initial);
  if (rejection) return rejection;
  x.emit({ type: 'instance.started', variables: initial, by });
  x.emit({ type: 'element.entered', key: ROOT_KEY, elementId: root.id, elementType: 'process', scope: null });
  x.emit({ type: 'element.waiting', key: ROOT_KEY, awaits: { kind: 'children' } });
  x.startInside(root, ROOT_KEY);
  return null;
};

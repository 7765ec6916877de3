import type { Draft } from '../draft.ts';

/** The events on the border of what goes, go too. */
export const boundaryEventsOn = (draft: Draft, hosts: ReadonlySet<string>): string[] =>
  [...draft.elements.values()].filter((element) => element.type === 'boundaryEvent' && hosts.has(element.attachedTo)).map((element) => element.id);

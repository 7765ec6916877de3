import type { Draft } from '../draft.ts';

/** What lies in a sub-process goes where that goes. */
export const childrenIn = (draft: Draft, containers: ReadonlySet<string>): string[] =>
  [...draft.elements.values()].filter((element) => element.parent !== undefined && containers.has(element.parent)).map((element) => element.id);

import type { Draft } from './draft.ts';

/** A line that is no sequence flow: it has two ends and finds its way by itself when drawn, unless somebody bent it. */
export interface Line {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export function linesOf(draft: Draft): Line[] {
  const artifacts = [...draft.artifacts.values()].flatMap(({ id, type, from, to }) =>
    (type === 'association' || type === 'dataAssociation') && from !== undefined && to !== undefined ? [{ id, from, to }] : [],
  );
  return [...draft.messageFlows.values(), ...artifacts];
}

export const linesAt = (draft: Draft, id: string): Line[] => linesOf(draft).filter(({ from, to }) => from === id || to === id);

export function removeLine(draft: Draft, id: string) {
  draft.messageFlows.delete(id);
  draft.artifacts.delete(id);
  draft.layout.delete(id);
}

import { ELEMENTS } from '../elements/registry.ts';
import type { GraphIndex } from '../graph-index.ts';
import { capital, nameOf } from '../naming.ts';
import { ALLOWED, refuse, type Verdict } from '../problem.ts';

export interface Containment {
  /** `undefined`: the process itself, which holds everything. */
  readonly parent: string | undefined;
  /** What shall be in it, if it is drawn already. */
  readonly element?: string;
}

/** May an element stand in that sub-process? */
export function canContain(index: GraphIndex, { parent, element }: Containment): Verdict {
  if (parent === undefined) return ALLOWED;
  const container = index.element(parent);
  if (!container) return refuse('element-unknown', `Expected a sub-process, but there is no element “${parent}”.`);
  if (ELEMENTS[container.type].category !== 'container')
    return refuse('parent-not-container', `Expected a sub-process, but ${nameOf(container)} can't hold other elements.`);
  if (element !== undefined && (element === parent || index.isInside(parent, element))) {
    return refuse('contains-itself', `${capital(nameOf(container))} can't be drawn inside itself: expected another sub-process.`);
  }
  return ALLOWED;
}

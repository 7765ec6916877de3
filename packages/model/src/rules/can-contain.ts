import { ELEMENTS, type ElementType } from '../elements/registry.ts';
import type { GraphIndex } from '../graph-index.ts';
import { capital, nameOf } from '../naming.ts';
import { ALLOWED, refuse, type Verdict } from '../problem.ts';

export interface Containment {
  /** `undefined`: the process itself, which holds everything. */
  readonly parent: string | undefined;
  /** What shall be in it, if it is drawn already. */
  readonly element?: string;
  /** Its type, if it isn't drawn yet or gets another one. */
  readonly type?: ElementType;
}

/** BPMN 2.0.2, 10.3.5: an ad-hoc sub-process has no start and no end. */
const NOT_AD_HOC: readonly ElementType[] = ['startEvent', 'endEvent'];

/** May an element stand in that sub-process? */
export function canContain(index: GraphIndex, { parent, element, type }: Containment): Verdict {
  if (parent === undefined) return ALLOWED;
  const container = index.element(parent);
  if (!container) return refuse('element-unknown', `Expected a sub-process, but there is no element “${parent}”.`);
  if (ELEMENTS[container.type].category !== 'container')
    return refuse('parent-not-container', `Expected a sub-process, but ${nameOf(container)} can't hold other elements.`);
  if (element !== undefined && (element === parent || index.isInside(parent, element))) {
    return refuse('contains-itself', `${capital(nameOf(container))} can't be drawn inside itself: expected another sub-process.`);
  }
  const kind = type ?? (element === undefined ? undefined : index.element(element)?.type);
  if (container.type === 'adHocSubProcess' && kind !== undefined && NOT_AD_HOC.includes(kind)) {
    const word = ELEMENTS[kind].label.toLowerCase();
    return refuse('ad-hoc-content', `Expected no ${word} in ${nameOf(container)}, but there is one: its steps are done in any order.`);
  }
  return ALLOWED;
}

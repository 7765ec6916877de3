import { ELEMENTS } from '../elements/registry.ts';
import { isBoundaryEvent, isEventSubProcess } from '../elements/roles.ts';
import type { Element } from '../graph.ts';
import type { GraphIndex } from '../graph-index.ts';
import type { TriggerType } from '../triggers/registry.ts';

type Allowed = readonly (TriggerType | null)[];

/** Starts of a whole process (BPMN 2.0.2, 10.5.2, table 10.84). */
const STARTS_A_PROCESS: Allowed = [null, 'timer', 'message', 'signal', 'conditional', 'multiple', 'parallelMultiple'];

/** Triggers an event may have where it stands; `null`: none at all. What its kind may have anywhere is in the registry. */
export function triggersAt(index: GraphIndex, element: Element): Allowed {
  const { triggers }: { readonly triggers: Allowed } = ELEMENTS[element.type];
  if (element.type === 'startEvent') return startTriggers(index, element, triggers);
  if (element.type === 'endEvent') return without(triggers, 'cancel', !liesIn(index, element, 'transaction'));
  if (isBoundaryEvent(element)) return without(triggers, 'cancel', index.element(element.attachedTo)?.type !== 'transaction');
  return triggers;
}

/** A sub-process begins because a flow reached it, an event sub-process only by its event (BPMN 2.0.2, 10.5.2, tables 10.85 and 10.86). */
function startTriggers(index: GraphIndex, { parent }: Element, all: Allowed): Allowed {
  const scope = parent === undefined ? undefined : index.element(parent);
  if (!scope) return STARTS_A_PROCESS;
  return isEventSubProcess(scope) ? all.filter((trigger) => trigger !== null) : [null];
}

const without = (triggers: Allowed, trigger: TriggerType, isForbidden: boolean): Allowed =>
  isForbidden ? triggers.filter((each) => each !== trigger) : triggers;
const liesIn = (index: GraphIndex, { parent }: Element, type: Element['type']) => parent !== undefined && index.element(parent)?.type === type;

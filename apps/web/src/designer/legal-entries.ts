import { canAttach, canContain, ELEMENTS, type Element, type GraphIndex } from '@baton/model';
import { variantOf } from '../canvas/event-words.ts';
import { CATALOGUE, type CatalogueEntry } from './catalogue.tsx';
import type { PaletteItem } from './palette-items.ts';

type ElementEntry = CatalogueEntry & { readonly item: PaletteItem };
const isElementEntry = (entry: CatalogueEntry): entry is ElementEntry => 'elementType' in entry.item;
const triggerOf = ({ properties = {} }: PaletteItem): unknown =>
  typeof properties.trigger === 'object' && properties.trigger !== null && 'type' in properties.trigger ? properties.trigger.type : null;

/** BPMN 2.0.2, 10.6.6: what may stand behind an event-based gateway. */
const AWAITED: readonly unknown[] = ['message', 'timer', 'signal', 'conditional', 'multiple', 'parallelMultiple'];
const mayBeAwaited = (item: PaletteItem) =>
  item.elementType === 'receiveTask' || (item.elementType === 'intermediateCatchEvent' && AWAITED.includes(triggerOf(item)));

const hasFlows = ({ elementType, properties }: PaletteItem) =>
  ELEMENTS[elementType].incoming.max > 0 && !properties?.triggeredByEvent && !properties?.instantiate;
const isLinkTarget = (item: PaletteItem) => item.elementType === 'intermediateCatchEvent' && triggerOf(item) === 'link';
const isCompensation = (element: Element) => element.type === 'boundaryEvent' && element.trigger?.type === 'compensation';

/** What may follow an element; a note or data can stand at any. */
export function entriesAfter(index: GraphIndex, id: string): readonly CatalogueEntry[] {
  const after = index.element(id);
  if (!after) return [];
  return CATALOGUE.filter((entry) => {
    if (!isElementEntry(entry)) return entry.group === 'Data and notes' && entry.item.id !== 'group';
    if (isCompensation(after)) return ELEMENTS[entry.item.elementType].isActivity && hasFlows(entry.item);
    if (!hasFlows(entry.item) || isLinkTarget(entry.item)) return false;
    if (after.type === 'eventBasedGateway') return mayBeAwaited(entry.item);
    return fitsInto(index, after.parent, entry.item);
  });
}

/** An ad-hoc sub-process has neither start nor end; only a transaction is cancelled from inside. */
function fitsInto(index: GraphIndex, parent: string | undefined, item: PaletteItem): boolean {
  const container = parent === undefined ? undefined : index.element(parent);
  if (!canContain(index, { parent }).ok) return false;
  if (item.elementType === 'endEvent' && container?.type === 'adHocSubProcess') return false;
  return triggerOf(item) !== 'cancel' || container?.type === 'transaction';
}

/** What may sit on the border of a step. */
export function entriesOnBorder(index: GraphIndex, host: string): readonly CatalogueEntry[] {
  const element = index.element(host);
  if (!element || !canAttach(index, { host }).ok) return [];
  return CATALOGUE.filter(
    (entry) => isElementEntry(entry) && entry.item.elementType === 'boundaryEvent' && (triggerOf(entry.item) !== 'cancel' || element.type === 'transaction'),
  );
}

const ONLY_IN_EVENT_SUB_PROCESS: readonly unknown[] = ['error', 'escalation', 'compensation'];

/** What an element can become where it stands, with the flows it has. */
export function entriesInstead(index: GraphIndex, element: Element): readonly CatalogueEntry[] {
  const { category, incoming, outgoing } = ELEMENTS[element.type];
  const event = variantOf(element);
  const parent = element.parent === undefined ? undefined : index.element(element.parent);
  const inEventSubProcess = parent?.type === 'subProcess' && parent.triggeredByEvent === true;
  return CATALOGUE.filter((entry) => {
    if (!isElementEntry(entry)) return false;
    const { item } = entry;
    const to = ELEMENTS[item.elementType];
    if (event?.type === 'boundaryEvent' || item.elementType === 'boundaryEvent')
      return event?.type === item.elementType && (triggerOf(item) !== 'cancel' || hostType(index, element) === 'transaction');
    const hasSameEnds = incoming.max > 0 === to.incoming.max > 0 && outgoing.max > 0 === to.outgoing.max > 0;
    if (!hasSameEnds || category !== to.category || !fitsInto(index, element.parent, item)) return false;
    if (item.properties?.triggeredByEvent || item.properties?.instantiate) return index.incoming(element.id).length === 0;
    if (isLinkTarget(item)) return index.incoming(element.id).length === 0;
    if (element.type !== 'startEvent') return true;
    if (inEventSubProcess) return triggerOf(item) !== null;
    return item.properties?.isInterrupting === undefined && !ONLY_IN_EVENT_SUB_PROCESS.includes(triggerOf(item));
  });
}

const hostType = (index: GraphIndex, element: Element) => ('attachedTo' in element ? index.element(element.attachedTo)?.type : undefined);

import type { InstanceView } from '@baton/contract';
import { definitionOf } from '@baton/model';
import { kindWord } from '../../canvas/element-words.ts';
import type { GraphWords } from '../graph-words.ts';
import { waitingReason } from '../words/waiting-reason.ts';
import { sayPast } from '../words/when.ts';
import { diagramStates, type ElementActivity } from './diagram-states.ts';

/** The diagram as a list: what a screen reader and a phone get instead. */
export type ListedStep = {
  readonly elementId: string;
  readonly elementType: string;
  readonly name: string;
  readonly kind: string;
  readonly activity: ElementActivity;
  /** "Waiting for A. Meyer since Tue", "Done yesterday, 2 times", "Not reached". */
  readonly says: string;
  readonly depth: number;
};

/** Steps in the order one reads them, along the flows. Gateways without a name and plain ends say nothing and are left out until a token is in them. */
export function stepList(view: InstanceView, words: GraphWords, now: number): ListedStep[] {
  const { elements } = diagramStates(view, words, now);
  return words.graph.elements
    .map((element) => ({ element, activity: elements[element.id] ?? { state: 'not-reached' as const } }))
    .filter(({ element, activity }) => element.name || definitionOf(element.type).category === 'task' || isHere(activity))
    .sort((a, b) => words.orderOf(a.element.id) - words.orderOf(b.element.id))
    .map(({ element, activity }) => ({
      elementId: element.id,
      elementType: element.type,
      name: words.nameOf(element.id),
      kind: kindWord(element),
      activity,
      says: says(view, element.id, activity, now),
      depth: depthOf(element.id, words),
    }));
}

const isHere = ({ state }: ElementActivity) => state === 'running' || state === 'waiting' || state === 'attention';

function says(view: InstanceView, elementId: string, { state, count, words }: ElementActivity, now: number): string {
  const lastAt = view.finished[elementId]?.lastAt;
  if (state === 'not-reached') return 'Not reached';
  if (words !== undefined) return detailed(view, elementId, words, now);
  const when = lastAt ? ` ${sayPast(Date.parse(lastAt), now)}` : '';
  return `${state === 'done' ? 'Done' : 'Canceled'}${when}${count ? `, ${count} times` : ''}`;
}

/** The reason, and with an incident what is wrong. */
function detailed(view: InstanceView, elementId: string, words: string, now: number): string {
  const struck = Object.values(view.active).find((element) => element.elementId === elementId && element.incident);
  const detail = struck ? waitingReason(struck, now).detail : null;
  return detail ? `${words}: ${detail}` : words;
}

function depthOf(elementId: string, words: GraphWords): number {
  const parent = words.element(elementId)?.parent;
  return parent ? 1 + depthOf(parent, words) : 0;
}

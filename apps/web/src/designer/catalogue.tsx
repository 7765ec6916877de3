import { ELEMENTS, type Element, type ElementType, TRIGGERS, type TriggerType } from '@baton/model';
import type { ComponentType } from 'react';
import { kindWord } from '../canvas/element-words.ts';
import { type EventType, type EventVariant, eventWord } from '../canvas/event-words.ts';
import { FIGURE_WORDS, type FigureKind } from '../canvas/figures.ts';
import { EventIcon } from '../canvas/shapes/event-icon.tsx';
import type { EventRing } from '../canvas/shapes/event-shape.tsx';
import { caughtGlyph, thrownGlyph } from '../elements/trigger-glyph.ts';
import { EventGatewayStartIcon, EventSubProcessIcon, FigureIcon } from './catalogue-icons.tsx';
import { APPROVAL, type CanvasItem, type FigureItem, type PaletteItem, plainItem } from './palette-items.ts';

export type Group =
  | 'Steps'
  | 'Decisions and joins'
  | 'Starts'
  | 'Waiting'
  | 'Announcing'
  | 'On a border'
  | 'Ends'
  | 'Sub-processes'
  | 'Data and notes'
  | 'Pools and lanes';

export interface CatalogueEntry {
  readonly group: Group;
  readonly item: CanvasItem;
  /** What else it is searched by: the standard's words. */
  readonly words: string;
}

const entry = (group: Group, item: CanvasItem, words = ''): CatalogueEntry => ({ group, item, words: `${standardName(item)} ${words}` });
const standardName = (item: CanvasItem): string => ('elementType' in item ? ELEMENTS[item.elementType].standardName : '');
const plain = (group: Group, type: ElementType, words?: string): CatalogueEntry => entry(group, plainItem(type), words);

const GROUP_OF: { readonly [T in EventType]: Group } = {
  startEvent: 'Starts',
  intermediateCatchEvent: 'Waiting',
  intermediateThrowEvent: 'Announcing',
  boundaryEvent: 'On a border',
  endEvent: 'Ends',
};
const RING_OF: { readonly [T in EventType]: EventRing } = {
  startEvent: 'start',
  intermediateCatchEvent: 'intermediate',
  intermediateThrowEvent: 'intermediate',
  boundaryEvent: 'intermediate',
  endEvent: 'end',
};
const THROWS: readonly EventType[] = ['intermediateThrowEvent', 'endEvent'];
/** BPMN 2.0.2, table 10.93: these always break off what they interrupt. */
const ALWAYS_INTERRUPT: readonly TriggerType[] = ['error', 'compensation', 'cancel'];
const MAY_GO_ON: { readonly [T in EventType]?: string } = { startEvent: 'isInterrupting', boundaryEvent: 'cancelActivity' };

function variantsOf(type: EventType): EventVariant[] {
  return ELEMENTS[type].triggers.flatMap((trigger): EventVariant[] => {
    const variant = { type, trigger };
    const hasTwo = trigger !== null && MAY_GO_ON[type] !== undefined && !ALWAYS_INTERRUPT.includes(trigger);
    return hasTwo ? [variant, { ...variant, isNonInterrupting: true }] : [variant];
  });
}

const firstTrigger = (trigger: TriggerType) => (trigger === 'multiple' || trigger === 'parallelMultiple' ? { type: trigger, triggers: [] } : { type: trigger });

function eventEntry(variant: EventVariant): CatalogueEntry {
  const { type, trigger, isNonInterrupting = false } = variant;
  const goesOn = MAY_GO_ON[type];
  const glyph = (THROWS.includes(type) ? thrownGlyph : caughtGlyph)(trigger ? { type: trigger } : undefined);
  const item: PaletteItem = {
    id: [type, trigger, isNonInterrupting && 'goesOn'].filter(Boolean).join('.'),
    elementType: type,
    label: eventWord(variant),
    description: trigger ? TRIGGERS[trigger].description : ELEMENTS[type].description,
    Icon: () => <EventIcon ring={RING_OF[type]} glyph={glyph} isNonInterrupting={isNonInterrupting} />,
    ...(trigger && { properties: { trigger: firstTrigger(trigger), ...(isNonInterrupting && goesOn ? { [goesOn]: false } : {}) } }),
  };
  return entry(GROUP_OF[type], item, `${trigger ?? 'none'} ${type === 'startEvent' && isNonInterrupting ? 'event sub-process' : ''}`);
}

const withProperties = (base: PaletteItem, own: Omit<PaletteItem, 'elementType'>): PaletteItem => ({ ...base, ...own });

const EVENT_SUB_PROCESS = withProperties(plainItem('subProcess'), {
  id: 'eventSubProcess',
  label: 'Event sub-process',
  description: 'Begins by its own event while what it stands in runs.',
  Icon: EventSubProcessIcon,
  properties: { triggeredByEvent: true },
});
const startGateway = (id: string, label: string, eventGatewayType: 'exclusive' | 'parallel'): PaletteItem =>
  withProperties(plainItem('eventBasedGateway'), {
    id,
    label,
    description:
      eventGatewayType === 'parallel'
        ? 'Starts an instance, which needs all of the events after it.'
        : 'Starts an instance with the first of the events after it.',
    Icon: () => <EventGatewayStartIcon isParallel={eventGatewayType === 'parallel'} />,
    properties: { instantiate: true, eventGatewayType },
  });

const FIGURE_DESCRIPTIONS: { readonly [K in FigureKind]: string } = {
  pool: 'A participant: the process itself, or somebody it exchanges messages with.',
  lane: 'A row of a pool: who does what stands in it.',
  textAnnotation: 'A remark beside the drawing.',
  group: 'A frame around what belongs together; it changes nothing.',
  dataObject: 'Data that steps read and write while the process runs.',
  dataStore: 'Data that outlives the process.',
};

const figure = (group: Group, kind: FigureKind, words: string): CatalogueEntry => {
  const Icon: ComponentType = () => <FigureIcon kind={kind} />;
  const item: FigureItem = { id: kind, figure: kind, label: FIGURE_WORDS[kind], description: FIGURE_DESCRIPTIONS[kind], Icon };
  return entry(group, item, words);
};

/** Everything that can be drawn, by kind: all of BPMN. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  plain('Steps', 'userTask'),
  entry('Steps', APPROVAL),
  plain('Steps', 'serviceTask'),
  plain('Steps', 'scriptTask'),
  plain('Steps', 'businessRuleTask', 'DMN'),
  plain('Steps', 'sendTask'),
  plain('Steps', 'receiveTask'),
  plain('Steps', 'manualTask'),
  plain('Steps', 'task', 'abstract'),
  plain('Steps', 'callActivity', 'Call a process, reuse'),
  plain('Decisions and joins', 'exclusiveGateway', 'XOR'),
  plain('Decisions and joins', 'parallelGateway', 'AND'),
  plain('Decisions and joins', 'inclusiveGateway', 'OR'),
  plain('Decisions and joins', 'eventBasedGateway'),
  entry('Decisions and joins', startGateway('eventGatewayStart', 'Start with the first', 'exclusive'), 'instantiating exclusive'),
  entry('Decisions and joins', startGateway('eventGatewayStartAll', 'Start with all', 'parallel'), 'instantiating parallel'),
  plain('Decisions and joins', 'complexGateway'),
  ...(['startEvent', 'intermediateCatchEvent', 'intermediateThrowEvent', 'boundaryEvent', 'endEvent'] as const).flatMap((type) =>
    variantsOf(type).map(eventEntry),
  ),
  plain('Sub-processes', 'subProcess', 'embedded'),
  entry('Sub-processes', EVENT_SUB_PROCESS),
  plain('Sub-processes', 'transaction'),
  plain('Sub-processes', 'adHocSubProcess'),
  figure('Data and notes', 'dataObject', 'variable'),
  figure('Data and notes', 'dataStore', 'database'),
  figure('Data and notes', 'textAnnotation', 'text annotation comment'),
  figure('Data and notes', 'group', 'frame'),
  figure('Pools and lanes', 'pool', 'participant'),
  figure('Pools and lanes', 'lane', 'swimlane role'),
];

export const catalogueItem = (id: string): CanvasItem | undefined =>
  id === 'intermediateCatchEvent' ? plainItem(id) : CATALOGUE.find(({ item }) => item.id === id)?.item;

/** What an element is in the catalogue. */
export const catalogueItemOf = (element: Element): CanvasItem | undefined => CATALOGUE.find(({ item }) => item.label === kindWord(element))?.item;

/** Entries whose name or words have every word of the search in them; those that begin with it first. */
export function searchCatalogue(entries: readonly CatalogueEntry[], search: string): readonly CatalogueEntry[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (!wanted.length) return entries;
  const found = entries.filter(({ item, words, group }) => {
    const text = `${item.label} ${words} ${group}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  const rank = ({ item }: CatalogueEntry) => (item.label.toLowerCase().startsWith(search.trim().toLowerCase()) ? 0 : 1);
  const groups = [...new Set(found.toSorted((a, b) => rank(a) - rank(b)).map(({ group }) => group))];
  return groups.flatMap((group) => found.filter((each) => each.group === group).toSorted((a, b) => rank(a) - rank(b)));
}

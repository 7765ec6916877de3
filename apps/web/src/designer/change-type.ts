import type { EditCommand } from '@baton/editing';
import { DEFAULT_OUTCOMES, type Element, elementSchemaOf, type GraphIndex } from '@baton/model';
import { approvalOf, kindWord } from '../canvas/element-words.ts';
import type { CatalogueEntry } from './catalogue.tsx';
import { entriesInstead } from './legal-entries.ts';
import type { PaletteItem } from './palette-items.ts';
import { outcomeVariable } from './rename-commands.ts';

/** What an element can become without changing its outline: another step, another gateway, another event. */
export const changesFor = (index: GraphIndex, element: Element): readonly CatalogueEntry[] =>
  entriesInstead(index, element).filter(({ item }) => item.label !== kindWord(element));

/** What makes one kind out of a type; the other properties stay as they are. */
const KIND_PROPERTIES = ['trigger', 'isInterrupting', 'cancelActivity', 'instantiate', 'eventGatewayType', 'triggeredByEvent', 'approval'] as const;

/** An approval is a user task with a question, a message start a start with a trigger: what differs within a type is set. */
export function changeCommands(element: Element, item: PaletteItem): [EditCommand, ...EditCommand[]] {
  const properties = Object.fromEntries(KIND_PROPERTIES.filter((name) => isOf(item, name)).map((name) => [name, propertyOf(element, item, name)]));
  const set: EditCommand = { type: 'setProperties', id: element.id, properties };
  if (element.type === item.elementType) return [set];
  const change: EditCommand = { type: 'changeType', id: element.id, to: item.elementType };
  return Object.values(properties).some((value) => value !== null) ? [change, set] : [change];
}

const isOf = ({ elementType }: PaletteItem, name: string) => Object.hasOwn(elementSchemaOf(elementType).shape, name);

/** A trigger of the same kind keeps what was set in it; an approval begins with its usual answers. */
function propertyOf(element: Element, { properties = {} }: PaletteItem, name: (typeof KIND_PROPERTIES)[number]): unknown {
  const wanted = properties[name] ?? null;
  if (name === 'approval' && wanted !== null)
    return (
      approvalOf(element) ?? {
        outcomes: DEFAULT_OUTCOMES.map((outcome) => ({ ...outcome })),
        ...(element.name ? { resultVariable: outcomeVariable(element.name) } : {}),
      }
    );
  const present: unknown = Reflect.get(element, name);
  return isSameTrigger(present, wanted) ? present : wanted;
}

const isSameTrigger = (present: unknown, wanted: unknown): boolean =>
  typeof present === 'object' &&
  present !== null &&
  typeof wanted === 'object' &&
  wanted !== null &&
  Reflect.get(present, 'type') === Reflect.get(wanted, 'type');

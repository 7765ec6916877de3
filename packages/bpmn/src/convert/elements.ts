import { type Element, type ElementType, elementSchemaOf, isElementType, type Lane } from '@baton/model';
import { GLOBAL_TASKS, type GlobalTaskName } from '../bpmn-words.ts';
import { attribute, localName, type XmlNode } from '../xml/xml-node.ts';
import type { Conversion } from './context.ts';
import { foreignNames, leftoversOf } from './leftovers.ts';
import { documentationOf, ownProperties } from './own-properties.ts';
import { given } from './triggers.ts';

/** Where an element is drawn. */
export interface Place {
  readonly parent?: string;
  readonly pool?: string;
  /** Flow node id -> innermost lane. */
  readonly lanes: ReadonlyMap<string, Lane>;
}

/** What is told by other means: contained elements, data, the event's own definitions. */
const TOLD = [
  'startQuantity',
  'completionQuantity',
  'isForCompensation',
  'isInterrupting',
  'documentation',
  'flowNodeRef',
  'calledElement',
  'script',
  'instantiate',
];

export function elementOf(node: XmlNode, place: Place, conversion: Conversion): Element | undefined {
  const type = localName(node);
  if (!isElementType(type)) return undefined;
  return checked(
    type,
    { ...drawn(node, conversion), type, ...given({ parent: place.parent, pool: place.pool, lane: place.lanes.get(conversion.idOf(node))?.id }) },
    node,
    conversion,
  );
}

/** The task that a global task is when it is called. */
export const elementOfGlobalTask = (node: XmlNode, id: string, conversion: Conversion): Element => {
  const type = GLOBAL_TASKS[localName(node) as GlobalTaskName];
  return checked(type, { ...drawn(node, conversion), type, id }, node, conversion);
};

const drawn = (node: XmlNode, conversion: Conversion) => ({
  id: conversion.idOf(node),
  ...given({ name: attribute(node, 'name')?.slice(0, 1000) || undefined }),
  ...documentationOf(node),
});

/** What the format can't take is left out, kept under extensions and reported, so that one odd value costs no more than itself. */
function checked(type: ElementType, shown: Record<string, unknown>, node: XmlNode, conversion: Conversion): Element {
  const { report } = conversion;
  const wanted: Record<string, unknown> = { ...shown, ...ownProperties(type, node, conversion) };
  const result = elementSchemaOf(type).safeParse(wanted);
  const odd = new Set(
    result.success ? [] : result.error.issues.flatMap(({ path, ...issue }) => (path.length > 0 ? [String(path[0])] : 'keys' in issue ? issue.keys : [])),
  );
  const id = String(shown.id);
  for (const name of odd) report.change(id, `Its ${name} is not in a form that is understood; it is left out.`);
  if (odd.size === 0) report.keep(id);
  const foreign = foreignNames(node).filter((name) => !/^zeebe:|^camunda:/.test(name));
  if (foreign.length > 0) report.leave(id, `Kept, without effect: ${foreign.slice(0, 10).join(', ')}.`);
  const fitting = Object.fromEntries(Object.entries(wanted).filter(([name]) => !odd.has(name)));
  return { ...fitting, ...leftoversOf(node, [...TOLD, ...contained(node)]) } as unknown as Element;
}

const KEPT_INSIDE = [
  'extensionElements',
  'ioSpecification',
  'multiInstanceLoopCharacteristics',
  'standardLoopCharacteristics',
  'property',
  'auditing',
  'monitoring',
];
/** Inside of a sub-process only what isn't drawn is left over. */
const contained = (node: XmlNode): string[] =>
  ['subProcess', 'transaction', 'adHocSubProcess'].includes(localName(node)) ? node.children.map(localName).filter((name) => !KEPT_INSIDE.includes(name)) : [];

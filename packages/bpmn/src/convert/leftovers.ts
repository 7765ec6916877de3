import { writeXml } from '../xml/write-xml.ts';
import { isBpmn, localName, type XmlNode } from '../xml/xml-node.ts';

type Extensions = Record<string, string | string[] | [string, string][]>;

/** What the graph says in its own words, by attribute or child, whatever the element. */
const SAID = new Set([
  'id',
  'name',
  'incoming',
  'outgoing',
  'sourceRef',
  'targetRef',
  'isInterrupting',
  'cancelActivity',
  'attachedToRef',
  'default',
  'triggeredByEvent',
]);
const MAX_KEPT = 200_000;

/** Attributes and children that the graph has no word for, as they were; `undefined` if there are none. */
export function leftoversOf(node: XmlNode, said: readonly string[] = []): { extensions?: Extensions } {
  const isSaid = (name: string) => SAID.has(name) || said.includes(name);
  const attributes = [...node.attributes].filter(([name]) => !isSaid(name));
  const children = node.children.filter((child) => !isSaid(localName(child))).map(writeXml);
  const extensions: Extensions = {};
  if (attributes.length > 0) extensions.attributes = attributes;
  if (children.length > 0 && children.join('').length <= MAX_KEPT) extensions.xml = children;
  return Object.keys(extensions).length > 0 ? { extensions } : {};
}

/** Extension elements of other tools, for the report. */
export const foreignNames = (node: XmlNode): string[] => {
  const inside = node.children.filter((child) => localName(child) === 'extensionElements').flatMap((child) => child.children);
  return [...new Set([...inside, ...node.children.filter((child) => !isBpmn(child))].map((child) => child.name))];
};

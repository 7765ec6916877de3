/** One element of the XML. Names of known namespaces carry our prefix (`bpmn:task`), whatever the file calls it. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  readonly parent: XmlNode | undefined;
  /** All text directly inside, as written. */
  readonly text: string;
  /** Its number in the order of the document. */
  readonly order: number;
}

export const attribute = (node: XmlNode, name: string): string | undefined => node.attributes.get(name);
export const idOf = (node: XmlNode): string | undefined => node.attributes.get('id');
export const isBpmn = (node: XmlNode): boolean => node.name.startsWith('bpmn:');
/** `bpmn:userTask` -> `userTask`; of another namespace the whole name. */
export const localName = (node: XmlNode): string => (isBpmn(node) ? node.name.slice(5) : node.name);

/** Children of that BPMN name, in order. */
export const childrenNamed = (node: XmlNode, name: string): XmlNode[] => node.children.filter((child) => localName(child) === name);
export const childNamed = (node: XmlNode, name: string): XmlNode | undefined => node.children.find((child) => localName(child) === name);
export const textOf = (node: XmlNode | undefined): string | undefined => node?.text.trim() || undefined;
export const textsNamed = (node: XmlNode, name: string): string[] => childrenNamed(node, name).flatMap((child) => textOf(child) ?? []);

/** A reference without the prefix that says in which file it lies. */
export const unprefixed = (reference: string): string => reference.trim().slice(reference.trim().lastIndexOf(':') + 1);

/** What it refers to, by attribute or by child element: BPMN has both. */
export function referenceOf(node: XmlNode, name: string): string | undefined {
  const reference = attribute(node, name) ?? textOf(childNamed(node, name));
  return reference === undefined ? undefined : unprefixed(reference);
}

export function flag(node: XmlNode, name: string): boolean | undefined {
  const value = attribute(node, name)?.trim();
  if (value === 'true' || value === '1') return true;
  return value === 'false' || value === '0' ? false : undefined;
}

/** The element and everything below it, in document order, without recursion. */
export function* everyNode(root: XmlNode): Generator<XmlNode> {
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i]!);
  }
}

export function ancestorNamed(node: XmlNode, names: readonly string[]): XmlNode | undefined {
  let above = node.parent;
  while (above && !names.includes(localName(above))) above = above.parent;
  return above;
}

/** How a sentence calls it: by its name or id, else by where it stands. */
export function wordsFor(node: XmlNode): string {
  const what = attribute(node, 'name')?.trim() || idOf(node);
  if (what) return `the ${localName(node)} “${what}”`;
  const above = nearestId(node.parent);
  return above === undefined ? `the ${localName(node)}` : `the ${localName(node)} in “${above}”`;
}

/** The nearest id, its own or from above: what a problem can point at. */
export function nearestId(node: XmlNode | undefined): string | undefined {
  let at = node;
  while (at && !at.attributes.get('id')) at = at.parent;
  return at?.attributes.get('id');
}

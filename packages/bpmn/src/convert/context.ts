import { ID_PATTERN, isForbiddenKey } from '@baton/model';
import type { BpmnDocument } from '../bpmn-document.ts';
import type { ReportWriter } from '../report.ts';
import { idOf, localName, unprefixed, type XmlNode } from '../xml/xml-node.ts';

/** What every part of the conversion works with. */
export interface Conversion {
  readonly document: BpmnDocument;
  readonly report: ReportWriter;
  /** The graph's id of an element; one is made up where the file has none or one we can't take. */
  idOf(node: XmlNode): string;
  /** The graph's id for a reference, whether its element is there or not. */
  idFor(reference: string): string;
}

export function createConversion(document: BpmnDocument, report: ReportWriter): Conversion {
  const made = new Map<XmlNode, string>();
  const taken = new Set(document.nodes.flatMap((node) => idOf(node) ?? []));
  let count = 0;
  const fresh = (wish: string) => {
    let id = wish;
    while (taken.has(id)) id = `${wish}_${++count}`;
    taken.add(id);
    return id;
  };
  const graphIdOf = (node: XmlNode) => {
    const given = idOf(node);
    if (given !== undefined && isGood(given)) return given;
    const before = made.get(node);
    if (before !== undefined) return before;
    const id = fresh(given === undefined ? `_${localName(node).replaceAll(/[^\w]/g, '_')}_${node.order}` : safe(given));
    made.set(node, id);
    report.change(id, given === undefined ? `Has an id now: ${id}.` : `Its id “${given}” has become ${id}.`);
    return id;
  };
  return {
    document,
    report,
    idOf: graphIdOf,
    idFor: (reference) => {
      const node = document.byId(reference);
      return node ? graphIdOf(node) : safe(unprefixed(reference));
    },
  };
}

const isGood = (id: string) => ID_PATTERN.test(id) && !isForbiddenKey(id);
const safe = (id: string) => `_${id.replaceAll(/[^A-Za-z0-9_.-]/g, '_')}`.slice(0, 240);

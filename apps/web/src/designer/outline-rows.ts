import type { Element, GraphIndex } from '@baton/model';

export interface OutlineRow {
  readonly element: Element;
  readonly level: number;
}

/** The elements in the order a reader meets them: along the flows, border events behind their step, what is inside below it. */
export function outlineRows(index: GraphIndex): OutlineRow[] {
  const rows: OutlineRow[] = [];
  const seen = new Set<string>();
  const visit = (element: Element, level: number) => {
    if (seen.has(element.id)) return;
    seen.add(element.id);
    rows.push({ element, level });
    scope(element.id, level + 1);
    for (const event of index.boundaryEventsOf(element.id)) visit(event, level + 1);
    for (const flow of index.outgoing(element.id)) {
      const next = index.element(flow.to);
      if (next && next.parent === element.parent) visit(next, level);
    }
  };
  const scope = (parent: string | undefined, level: number) => {
    const children = index.childrenOf(parent).filter((child) => !('attachedTo' in child));
    const begins = children.filter(({ id }) => index.incoming(id).length === 0);
    for (const child of [...begins, ...children]) visit(child, level);
  };
  scope(undefined, 1);
  return rows;
}

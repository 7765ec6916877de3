import { definitionOf, type Element, type ElementType, type Flow, type Graph, isElementType } from '@baton/model';

/** What the page needs of the drawn process, by id: names as people read them. */
export interface GraphWords {
  readonly graph: Graph;
  element(id: string): Element | undefined;
  flow(id: string): Flow | undefined;
  /** Its name, or what kind of step it is; the id for one that isn't drawn here. */
  nameOf(elementId: string): string;
  incoming(elementId: string): readonly Flow[];
  /** Index in the order of the drawing, to list steps as one reads them. */
  orderOf(elementId: string): number;
}

export function graphWords(graph: Graph): GraphWords {
  const elements = new Map(graph.elements.map((element) => [element.id, element]));
  const flows = new Map(graph.flows.map((flow) => [flow.id, flow]));
  const order = readingOrder(graph);
  return {
    graph,
    element: (id) => elements.get(id),
    flow: (id) => flows.get(id),
    nameOf: (id) => (id === graph.key ? graph.name : nameOf(elements.get(id), id)),
    incoming: (id) => graph.flows.filter((flow) => flow.to === id),
    orderOf: (id) => order.get(id) ?? Number.POSITIVE_INFINITY,
  };
}

const nameOf = (element: Element | undefined, id: string) => (element ? element.name || definitionOf(element.type).label : id);

/** Types without a row of their own in people's minds: they pass a token on at once. */
export const labelOfType = (type: string): string => (isElementType(type) ? definitionOf(type).label : 'Process');
export const isGateway = (type: string): type is ElementType => isElementType(type) && definitionOf(type).category === 'gateway';

/** Along the flows from the starts, breadth first; a border event directly after its step, what a sub-process holds directly after it. */
function readingOrder(graph: Graph): ReadonlyMap<string, number> {
  const reached = new Set<string>();
  const queue = graph.elements.filter(({ type, parent }) => type === 'startEvent' && !parent).map(({ id }) => id);
  const next = (id: string) => graph.flows.filter(({ from }) => from === id).map(({ to }) => to);
  const visit = (id: string) => {
    if (reached.has(id)) return;
    reached.add(id);
    const below = graph.elements.filter((element) => element.parent === id || attachedTo(element) === id).map((element) => element.id);
    below.forEach(visit);
    queue.push(...next(id), ...below.flatMap(next));
  };

  for (const id of queue) visit(id);
  graph.elements.forEach(({ id }) => {
    visit(id);
  });
  return new Map([...reached].map((id, index) => [id, index]));
}

const attachedTo = (element: Element) => ('attachedTo' in element ? element.attachedTo : undefined);

import { canConnect, canSend, ELEMENTS, type Element, type Graph, type GraphIndex, isBoundaryEvent, nameOf, type ProblemCode } from '@baton/model';

export type LineKind = 'flow' | 'messageFlow' | 'association' | 'dataAssociation';
/** What drawing from one thing to another makes, or why nothing can be drawn. */
export type LineVerdict = { readonly ok: true; readonly line: LineKind } | { readonly ok: false; readonly code: ProblemCode; readonly message: string };

interface Ends {
  readonly from: string;
  readonly to: string;
}

const as = (line: LineKind): LineVerdict => ({ ok: true, line });
const no = (code: ProblemCode, message: string): LineVerdict => ({ ok: false, code, message });

/** A note explains anything, data goes in and out of steps, messages go from pool to pool; all else is a flow (BPMN 2.0.2, 7.6). */
export function lineBetween(index: GraphIndex, { from, to }: Ends): LineVerdict {
  const { graph } = index;
  if (from === to && !index.element(from)) return no('connects-itself', 'Expected a line to something else, but it leads to where it begins.');
  const [source, target] = [endOf(index, from), endOf(index, to)];
  if (!source || !target) return no('element-unknown', `Expected a line between two things that are drawn, but there is no “${source ? to : from}”.`);
  if (source.kind === 'note' || target.kind === 'note') return betweenNote(graph, { from, to });
  if (source.kind === 'data' || target.kind === 'data') return betweenData(source, target);
  if (source.kind === 'pool' || target.kind === 'pool' || arePoolsApart(index, source, target)) return betweenPools(index, source, target);
  if (source.kind !== 'element' || target.kind !== 'element')
    return no('incoming-not-allowed', 'Expected a flow to lead to a step, but only a note can point at a flow.');
  return isCompensation(source.element) ? toHandler(target.element) : flowOrNot(index, { from, to });
}

type End =
  | { readonly kind: 'element'; readonly id: string; readonly element: Element }
  | { readonly kind: 'note' | 'data' | 'pool' | 'line'; readonly id: string };

function endOf(index: GraphIndex, id: string): End | undefined {
  const { graph } = index;
  const element = index.element(id);
  if (element) return { kind: 'element', id, element };
  if (graph.pools?.some((pool) => pool.id === id)) return { kind: 'pool', id };
  if (index.flow(id) || graph.messageFlows?.some((flow) => flow.id === id)) return { kind: 'line', id };
  const artifact = graph.artifacts?.find((candidate) => candidate.id === id);
  if (!artifact) return undefined;
  return { kind: ARTIFACT_KINDS[artifact.type], id };
}

const ARTIFACT_KINDS = {
  textAnnotation: 'note',
  group: 'note',
  dataObject: 'data',
  dataStore: 'data',
  association: 'line',
  dataAssociation: 'line',
} as const;

function betweenNote(graph: Graph, { from, to }: Ends): LineVerdict {
  const isThere = graph.artifacts?.some(
    (line) => line.type === 'association' && ((line.from === from && line.to === to) || (line.from === to && line.to === from)),
  );
  return isThere ? no('flow-duplicate', 'Expected one line between the two, but there is one already.') : as('association');
}

function betweenData(source: End, target: End): LineVerdict {
  const step = source.kind === 'element' ? source.element : target.kind === 'element' ? target.element : undefined;
  if (!step) return no('incoming-not-allowed', 'Expected a step to read or write the data, but neither end is one.');
  if (ELEMENTS[step.type].category === 'gateway')
    return no('incoming-not-allowed', `Expected a step or an event to read or write the data, but ${nameOf(step)} is neither.`);
  return as('dataAssociation');
}

function poolIdOf(index: GraphIndex, end: End): string | undefined {
  if (end.kind === 'pool') return end.id;
  if (end.kind !== 'element') return undefined;
  const outermost = index.element(index.ancestorsOf(end.id).at(-1) ?? end.id);
  return outermost?.pool ?? ownPoolOf(index.graph);
}

const ownPoolOf = ({ key, pools = [] }: Graph): string | undefined =>
  (pools.find(({ process }) => process === key) ?? pools.find(({ process, isExecutable }) => process === undefined && isExecutable !== false))?.id;

const arePoolsApart = (index: GraphIndex, source: End, target: End) =>
  source.kind === 'element' && target.kind === 'element' && poolIdOf(index, source) !== poolIdOf(index, target);

function betweenPools(index: GraphIndex, source: End, target: End): LineVerdict {
  if (poolIdOf(index, source) === poolIdOf(index, target))
    return no('connects-itself', 'Expected a message to go to another pool, but both ends lie in the same one.');
  const verdict = canSend(index, { from: source.id, to: target.id });
  if (!verdict.ok) return verdict;
  const isThere = index.graph.messageFlows?.some(({ from, to }) => from === source.id && to === target.id);
  return isThere ? no('flow-duplicate', 'Expected one message flow between the two, but there is one already.') : as('messageFlow');
}

const isCompensation = (element: Element) => isBoundaryEvent(element) && element.trigger?.type === 'compensation';

function toHandler(target: Element): LineVerdict {
  if (ELEMENTS[target.type].isActivity) return as('association');
  return no('incoming-not-allowed', `Expected a step that undoes the work, but ${nameOf(target)} is none.`);
}

function flowOrNot(index: GraphIndex, ends: Ends): LineVerdict {
  const verdict = canConnect(index, ends);
  return verdict.ok ? as('flow') : verdict;
}

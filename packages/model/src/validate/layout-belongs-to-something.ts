import { isEdgeLayout } from '../graph.ts';
import type { GraphIndex } from '../graph-index.ts';
import { warning } from '../problem.ts';
import type { Rule } from './rule.ts';

/** What is placed exists, and is placed as what it is. It never stops publishing: layout decides nothing. */
export const layoutBelongsToSomething: Rule = ({ graph, index }) =>
  Object.entries(graph.layout).flatMap(([id, layout]) => {
    const isEdge = isEdgeLayout(layout);
    if (isEdge ? isLine(index, id) : isShape(index, id)) return [];
    const message = `Expected a place for something that is drawn, but there is no ${isEdge ? 'flow' : 'element'} “${id}”.`;
    return [warning('layout-unused', message, { path: `layout.${id}` })];
  });

const isAssociation = (index: GraphIndex, id: string) => /ssociation$/.test(index.artifact(id)?.type ?? '');
const isLine = (index: GraphIndex, id: string) => Boolean(index.flow(id) ?? index.messageFlow(id)) || isAssociation(index, id);
const isShape = (index: GraphIndex, id: string) =>
  Boolean(index.element(id) ?? index.pool(id) ?? index.lane(id)) || (index.artifact(id) !== undefined && !isAssociation(index, id));

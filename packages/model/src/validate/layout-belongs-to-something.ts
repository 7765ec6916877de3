import { isEdgeLayout } from '../graph.ts';
import { warning } from '../problem.ts';
import type { Rule } from './rule.ts';

/** What is placed exists, and is placed as what it is. It never stops publishing: layout decides nothing. */
export const layoutBelongsToSomething: Rule = ({ graph, index }) => {
  const { artifacts = [], pools = [], lanes = [], messageFlows = [] } = graph;
  const places = new Set([...artifacts, ...pools, ...lanes].map(({ id }) => id));
  const lines = new Set([...artifacts, ...messageFlows].map(({ id }) => id));
  return Object.entries(graph.layout).flatMap(([id, layout]) => {
    const fits = isEdgeLayout(layout) ? (index.flow(id) ?? lines.has(id)) : (index.element(id) ?? places.has(id));
    return fits
      ? []
      : [
          warning('layout-unused', `Expected a place for something that is drawn, but there is no ${isEdgeLayout(layout) ? 'flow' : 'element'} “${id}”.`, {
            path: `layout.${id}`,
          }),
        ];
  });
};

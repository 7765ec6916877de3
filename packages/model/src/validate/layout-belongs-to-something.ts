import { isEdgeLayout } from '../graph.ts';
import { warning } from '../problem.ts';
import type { Rule } from './rule.ts';

/** What is placed exists, and is placed as what it is. It never stops publishing: layout decides nothing. */
export const layoutBelongsToSomething: Rule = ({ graph, index }) => {
  const artifacts = new Set((graph.artifacts ?? []).map((artifact) => artifact.id));
  return Object.entries(graph.layout).flatMap(([id, layout]) => {
    const fits = isEdgeLayout(layout) ? index.flow(id) : (index.element(id) ?? artifacts.has(id));
    return fits
      ? []
      : [
          warning('layout-unused', `Expected a place for something that is drawn, but there is no ${isEdgeLayout(layout) ? 'flow' : 'element'} “${id}”.`, {
            path: `layout.${id}`,
          }),
        ];
  });
};

import type { Artifact } from '../graph.ts';
import type { GraphIndex } from '../graph-index.ts';
import { error, type Fix, type Problem, warning } from '../problem.ts';
import { canContain } from '../rules/can-contain.ts';
import type { Rule } from './rule.ts';

/** Notes and associations point at what is there (BPMN 2.0.2, 8.3.1). */
export const artifactsAreJoined: Rule = ({ graph, index }) =>
  (graph.artifacts ?? []).flatMap((artifact) => [...checkPlace(artifact, index), ...checkNote(artifact, index), ...checkEnds(artifact, index)]);

const isDrawn = (index: GraphIndex, id: string) =>
  Boolean(index.element(id) ?? index.flow(id) ?? index.artifact(id) ?? index.messageFlow(id) ?? index.pool(id) ?? index.lane(id));

function checkPlace({ id, parent, pool }: Artifact, index: GraphIndex): Problem[] {
  const where = (path: string) => ({ elementId: id, path });
  if (pool !== undefined && !index.pool(pool))
    return [error('reference-unknown', `Expected “${id}” to lie in a pool, but there is no pool “${pool}”.`, where('pool'))];
  const verdict = canContain(index, { parent });
  if (verdict.ok) return [];
  return [error(verdict.code === 'element-unknown' ? 'reference-unknown' : verdict.code, verdict.message, where('parent'))];
}

function checkNote({ id, attachedTo }: Artifact, index: GraphIndex): Problem[] {
  if (attachedTo === undefined || isDrawn(index, attachedTo)) return [];
  const message = `Expected the note “${id}” to point at an element, but there is no element “${attachedTo}”.`;
  const fix: Fix = { type: 'set', id, property: 'attachedTo', value: null, label: 'Let it point at nothing' };
  return [warning('reference-unknown', message, { elementId: id, path: 'attachedTo', fix })];
}

function checkEnds({ id, type, from, to }: Artifact, index: GraphIndex): Problem[] {
  if (type !== 'association' && type !== 'dataAssociation') return [];
  const fix: Fix = { type: 'remove', id, label: 'Delete the association' };
  const dangling = (['from', 'to'] as const).filter((end) => !isDrawn(index, { from, to }[end] ?? ''));
  if (dangling.length > 0)
    return dangling.map((path) => {
      const end = { from, to }[path];
      const found = end === undefined ? 'one is missing' : `there is no element “${end}”`;
      return error('association-dangling', `Expected both ends of the association “${id}” to be drawn, but ${found}.`, { elementId: id, path, fix });
    });
  if (type !== 'association' || !index.flow(from ?? '') || !index.flow(to ?? '')) return [];
  return [
    error('association-between-flows', `Expected the association “${id}” to have an element or note at one end, but both ends are flows.`, {
      elementId: id,
      fix,
    }),
  ];
}

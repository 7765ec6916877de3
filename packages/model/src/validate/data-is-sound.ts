import { storeOf, variableOf } from '../data-name.ts';
import { ELEMENTS } from '../elements/registry.ts';
import { isActivity } from '../elements/roles.ts';
import type { Artifact, Element } from '../graph.ts';
import type { GraphIndex } from '../graph-index.ts';
import { nameOf } from '../naming.ts';
import { error, type Problem, warning } from '../problem.ts';
import { isThrowing } from '../triggers/triggers-of.ts';
import type { Rule } from './rule.ts';

/** Data flows between a data object or store and a step or event, and what it flows from or to has a name (BPMN 2.0.2, 10.4). */
export const dataIsSound: Rule = ({ graph, index }) =>
  (graph.artifacts ?? []).flatMap((artifact) => [
    ...(artifact.type === 'dataAssociation' ? checkAssociation(artifact, index) : []),
    ...(isData(artifact) ? checkName(artifact, index) : []),
    ...(artifact.type === 'dataStore' ? checkStore(artifact, index) : []),
  ]);

const isData = ({ type }: Artifact) => type === 'dataObject' || type === 'dataStore';

function checkAssociation({ id, from = '', to = '' }: Artifact, index: GraphIndex): Problem[] {
  const source = index.artifact(from);
  const target = index.artifact(to);
  const step = index.element(source ? to : from);
  const data = source ?? target;
  const isDangling = [from, to].some((end) => !index.element(end) && !index.artifact(end));
  if (isDangling) return [];
  const fix = { type: 'remove', id, label: 'Delete the association' } as const;
  const unfit = (found: string) =>
    error('data-association-unfit', `Expected data to flow between a data object and a step, but ${found}.`, { elementId: id, fix });
  if (!data || !isData(data) || !step) return [unfit(`“${id}” joins something else`)];
  const why = reasonAgainst(step, source !== undefined);
  return why === undefined ? [] : [unfit(why)];
}

/** An event that throws takes data in, one that catches gives it (BPMN 2.0.2, 10.4.1 and 10.5.1). */
function reasonAgainst(step: Element, isInto: boolean): string | undefined {
  if (isActivity(step)) return undefined;
  if (ELEMENTS[step.type].category !== 'event') return `${nameOf(step)} takes and gives none`;
  if (isInto === isThrowing(step)) return undefined;
  return isInto ? `${nameOf(step)} only gives data` : `${nameOf(step)} only takes data`;
}

function checkName(data: Artifact, index: GraphIndex): Problem[] {
  const name = data.type === 'dataObject' ? variableOf(data) : storeOf(data);
  const isUsed = index.associationsAt(data.id).some(({ type }) => type === 'dataAssociation');
  if (name !== undefined || !isUsed) return [];
  const what = data.type === 'dataObject' ? 'the variable it is' : 'the name it has in the tenant';
  return [
    error('data-name-missing', `Expected “${data.id}” to say ${what}, because data flows there, but it says none.`, {
      elementId: data.id,
      path: data.type === 'dataObject' ? 'variable' : 'store',
    }),
  ];
}

/** A data store isn't read or written by the process yet: said, not silently left out. */
function checkStore({ id, name }: Artifact, index: GraphIndex): Problem[] {
  if (!index.associationsAt(id).some(({ type }) => type === 'dataAssociation')) return [];
  const message = `Expected data to flow only between data objects and steps, but “${name?.trim() || id}” is a data store: it is drawn, and nothing is read from it or written to it. A step that does that, or a data object, takes its place.`;
  return [warning('data-store-drawn-only', message, { elementId: id })];
}

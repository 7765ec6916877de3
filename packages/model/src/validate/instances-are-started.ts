import { isInstantiating } from '../elements/roles.ts';
import { capital, nameOf } from '../naming.ts';
import { error } from '../problem.ts';
import { forEachElement, type Rule } from './rule.ts';

/** A task or gateway that starts a process stands at its beginning (BPMN 2.0.2, 10.3.3 and 10.6.6). */
export const instancesAreStarted: Rule = forEachElement((element, { index }) => {
  if (!isInstantiating(element)) return [];
  const why = reasonAgainst(index.incoming(element.id).length > 0, element.parent !== undefined);
  if (why === undefined) return [];
  const fix = { type: 'set', id: element.id, property: 'instantiate', value: null, label: 'Let it not start the process' } as const;
  const message = `${capital(nameOf(element))} starts the process: expected it at the beginning, but ${why}.`;
  return [error('instantiate-not-allowed', message, { elementId: element.id, path: 'instantiate', fix })];
});

function reasonAgainst(hasIncoming: boolean, isInside: boolean): string | undefined {
  if (isInside) return 'it lies in a sub-process';
  return hasIncoming ? 'a flow leads to it' : undefined;
}

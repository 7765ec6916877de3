import { isEventSubProcess, isStart } from '../elements/roles.ts';
import type { Element } from '../graph.ts';
import { error, type Fix, type Problem, warning } from '../problem.ts';
import type { Rule } from './rule.ts';
import { beginningsOf, type Scope, scopesOf } from './scopes.ts';

/** The process and each sub-process begin somewhere, and it is clear where (BPMN 2.0.2, 10.5.2 and 13.3.4). */
export const everyScopeStarts: Rule = ({ index }) =>
  scopesOf(index).flatMap((scope) => {
    if (scope.container?.type === 'adHocSubProcess') return [];
    if (scope.container && isEventSubProcess(scope.container)) return eventSubProcessStarts(scope);
    if (!scope.elements.some(isStart)) return [withoutStart(scope, beginningsOf(index, scope).length > 0)];
    return severalStarts(scope);
  });

function withoutStart({ container, place }: Scope, isImplicit: boolean): Problem {
  const fix: Fix = { type: 'add', elementType: 'startEvent', ...(container && { parent: container.id }), label: 'Add a start' };
  const where = { ...(container && { elementId: container.id }), fix };
  if (!isImplicit) return error('start-missing', `Expected ${place} to have a start, but there is none.`, where);
  return warning('start-missing', `Expected ${place} to have a start, but there is none: it begins with everything that no flow leads to.`, where);
}

/** BPMN 2.0.2, 10.3.5: exactly one. */
function eventSubProcessStarts(scope: Scope): Problem[] {
  const starts = scope.elements.filter(({ type }) => type === 'startEvent');
  if (starts.length === 0) return [withoutStart(scope, false)];
  return starts.slice(1).map((start) => error('start-duplicate', oneExpected(scope, starts.length), { elementId: start.id, fix: dropStart(start) }));
}

/** A sub-process has a unique start; a process may have several, all of which begin at once. */
function severalStarts(scope: Scope): Problem[] {
  const starts = scope.elements.filter((element) => element.type === 'startEvent' && !element.trigger);
  return starts.slice(1).map((start) => {
    const where = { elementId: start.id, fix: dropStart(start) };
    if (scope.container) return error('start-duplicate', oneExpected(scope, starts.length), where);
    return warning('start-duplicate', `${oneExpected(scope, starts.length).slice(0, -1)} without a trigger: all of them begin at once.`, where);
  });
}

const oneExpected = ({ place }: Scope, count: number) => `Expected ${place} to have one start, but there are ${count}.`;
const dropStart = ({ id }: Element): Fix => ({ type: 'remove', id, label: 'Delete this start' });

import { liveElements } from '@baton/engine';
import type { InstanceSnapshot } from '@baton/store';
import { HttpProblem, notFound } from '../http/http-problem.ts';

/** The key of the one open ad-hoc sub-process that has this step. */
export function openScopeOf({ process, state }: InstanceSnapshot, elementId: string): string {
  const step = process.has(elementId) ? process.node(elementId) : undefined;
  const parent = step && step.type !== 'process' ? step.parent : undefined;
  const open = liveElements(state).filter((element) => element.elementType === 'adHocSubProcess' && element.elementId === parent);
  const [first, second] = open;
  if (!first) throw notFound('step of an open ad-hoc sub-process');
  if (!second) return first.key;
  throw new HttpProblem('request-invalid', `Expected the scope in which to begin ${elementId}, since ${open.length} are open, but none is given.`, {
    expected: { scope: open.map(({ key }) => key) },
  });
}

import type { Exploration } from './explore.ts';
import type { PathStep } from './finding.ts';

/** What has to happen, one after another, to come to a state. */
export function pathTo({ states }: Pick<Exploration, 'states'>, at: number): readonly PathStep[] {
  const parts: (readonly PathStep[])[] = [];
  for (let state = states[at]; state?.by; state = states[state.from]) parts.push(state.by.steps);
  return parts.reverse().flat();
}

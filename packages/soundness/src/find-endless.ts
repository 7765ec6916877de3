import { nameOf, type Process } from '@baton/model';
import type { Exploration } from './explore.ts';
import type { Finding } from './finding.ts';
import type { Net } from './net.ts';
import { pathTo } from './path-to.ts';

/** The nearest marking from which no run comes to rest any more. Only a whole exploration can tell. */
export function findEndless(process: Process, net: Net, exploration: Exploration): readonly Finding[] {
  const { states, isComplete } = exploration;
  if (!isComplete) return [];
  const rests = ableToRest(exploration);
  const at = states.findIndex(({ marking }, index) => !rests[index] && tokensAt(net, marking).length > 0);
  const elementIds = tokensAt(net, states[at]?.marking ?? new Uint8Array());
  const [first] = elementIds;
  const element = first === undefined ? undefined : process.node(first);
  if (!element || element.type === 'process') return [];
  const message = `Expected a way on from ${nameOf(element)} to an end, but there is none: it goes round for ever. Give the loop a way out.`;
  return [{ kind: 'livelock', elementId: element.id, elementIds, message, path: pathTo(exploration, at) }];
}

const tokensAt = (net: Net, marking: Uint8Array): readonly string[] => [
  ...new Set(net.places.flatMap(({ kind, elementId }, place) => (marking[place] && (kind === 'at' || kind === 'flow') ? [elementId] : []))),
];

/** By state: can it come to one where nothing happens any more, or to one that wasn't followed? */
function ableToRest({ states, before }: Exploration): Uint8Array {
  const able = new Uint8Array(states.length);
  const open = states.flatMap(({ isStill, isCut }, at) => (isStill || isCut ? [at] : []));
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (able[at]) continue;
    able[at] = 1;
    open.push(...(before[at] ?? []));
  }
  return able;
}

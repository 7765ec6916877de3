import { nameOf, type Process } from '@baton/model';
import type { Exploration } from './explore.ts';
import type { Finding } from './finding.ts';
import type { Net } from './net.ts';
import { pathTo } from './path-to.ts';
import { upstreamOf } from './upstream.ts';

/** Where two tokens meet without being joined. What doubles further on only follows from it, and isn't told again. */
export function findDoubled(process: Process, net: Net, exploration: Exploration): readonly Finding[] {
  const found = meetings(net, exploration);
  const upstream = new Map([...found.keys()].map((place) => [place, upstreamOf(net, place)]));
  const isBehind = (place: number, other: number) => upstream.get(place)?.[other] === 1 && upstream.get(other)?.[place] !== 1;
  const first = [...found].filter(([place]) => ![...found.keys()].some((other) => isBehind(place, other)));
  return first.flatMap(([place, at]) => doubled(process, net.places[place]?.elementId ?? '', pathTo(exploration, at)));
}

/** By place: the nearest state in which two tokens are there. Elsewhere than at merges and joins they only follow one another. */
function meetings(net: Net, { states }: Exploration): ReadonlyMap<number, number> {
  const open = new Set(net.places.flatMap(({ kind, isMerge }, place) => (kind === 'flow' || isMerge ? [place] : [])));
  const found = new Map<number, number>();
  for (const [at, { marking }] of states.entries()) {
    for (const place of open) {
      if ((marking[place] ?? 0) < 2) continue;
      found.set(place, at);
      open.delete(place);
    }
  }
  return found;
}

function doubled(process: Process, id: string, path: Finding['path']): readonly Finding[] {
  const element = process.node(id);
  if (element.type === 'process') return [];
  const message = `Expected one token at a time at ${nameOf(element)}, but on this path two come: all that follows happens twice. Join parallel paths with a parallel gateway.`;
  return [{ kind: 'lackOfSynchronisation', elementId: id, elementIds: [id], message, path }];
}

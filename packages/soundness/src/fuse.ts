import { type Net, type Transition, transition, transitionsBy } from './net.ts';

/**
 * A place with one way on is no place to look at: whoever puts a token there takes it on at once. Nothing that is reported
 * is lost: the way on could always be gone. Merges stay, for two tokens may meet there.
 */
export function fuse(net: Net): Net {
  const consumers = transitionsBy(net, 'pre', 'gathers');
  const producers = transitionsBy(net, 'post').map((list) => new Set(list));
  const gone = new Set<number>();
  const alive = new Set(net.transitions);
  const currentOf = new Map<Transition, Transition>();

  const passOn = (place: number, next: Transition) => {
    for (const before of [...(producers[place] ?? [])]) {
      const through = joined(before, next, place);
      replace(before, through);
    }
    alive.delete(next);
    for (const p of next.post) producers[p]?.delete(next);
    gone.add(place);
  };
  const replace = (before: Transition, through: Transition) => {
    alive.delete(before);
    alive.add(through);
    currentOf.set(before, through);
    for (const p of before.post) producers[p]?.delete(before);
    for (const p of through.post) producers[p]?.add(through);
  };
  const current = (t: Transition): Transition => {
    let latest = t;
    for (let newer = currentOf.get(latest); newer; newer = currentOf.get(latest)) latest = newer;
    return latest;
  };

  for (const [place, { kind, isMerge }] of net.places.entries()) {
    const [only, ...others] = consumers[place] ?? [];
    if (kind !== 'at' || isMerge || !only || others.length) continue;
    const next = current(only);
    if (isPlain(next) && !next.post.includes(place) && (producers[place]?.size ?? 0) > 0) passOn(place, next);
  }
  return withoutPlaces({ ...net, transitions: [...alive] }, gone);
}

/** Numbers the places that are left anew. */
function withoutPlaces(net: Net, gone: ReadonlySet<number>): Net {
  const used = new Set([net.begin, net.root, ...net.transitions.flatMap((t) => [...t.pre, ...t.post, ...t.gathers])]);
  const kept = [...net.places.keys()].filter((place) => used.has(place) && !gone.has(place));
  const numbers = new Map(kept.map((place, at) => [place, at]));
  const renumbered = (places: readonly number[]) => places.flatMap((place) => numbers.get(place) ?? []);
  const transitions = net.transitions.map((t) => ({
    ...t,
    pre: renumbered(t.pre),
    gathers: renumbered(t.gathers),
    empty: renumbered(t.empty),
    awaits: renumbered(t.awaits),
    clears: renumbered(t.clears),
    post: renumbered(t.post),
  }));
  return {
    places: kept.flatMap((place) => net.places[place] ?? []),
    transitions,
    begin: renumbered([net.begin])[0] ?? 0,
    root: renumbered([net.root])[0] ?? 0,
  };
}

/** Happens whenever its one token is there, and does nothing but to pass it on. */
const isPlain = (t: Transition) => t.pre.length === 1 && !t.gathers.length && !t.empty.length && !t.awaits.length && !t.clears.length;

function joined(before: Transition, next: Transition, place: number): Transition {
  const passed = before.post.filter((p) => p === place);
  const kept = before.post.filter((p) => p !== place);
  const times = <T>(items: readonly T[]) => passed.flatMap(() => items);
  return transition({
    ...before,
    post: [...kept, ...times(next.post)],
    steps: [...before.steps, ...times(next.steps)],
    covers: [...new Set([...before.covers, ...next.covers])],
  });
}

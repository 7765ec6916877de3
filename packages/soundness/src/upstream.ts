import { type Net, type Transition, transitionsBy } from './net.ts';

/** By place: can a token there get to the target, without passing what `isPassed` says? */
export function upstreamOf(net: Net, target: number, isPassed: (t: Transition) => boolean): Uint8Array {
  const producers = transitionsBy(net, 'post');
  const found = new Uint8Array(net.places.length);
  const open = [target];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const t of producers[place] ?? []) {
      if (isPassed(t)) continue;
      for (const before of [...t.pre, ...t.gathers]) {
        if (found[before] || net.places[before]?.kind === 'note') continue;
        found[before] = 1;
        open.push(before);
      }
    }
  }
  return found;
}

/**
 * The rule of inclusive joins (BPMN 2.0.2, 13.4.3): they wait while a token can still arrive on an empty way in, unless it
 * could as well arrive on one where a token waits already.
 */
export function waitingRule(net: Net): (t: Transition, marking: Uint8Array) => boolean {
  const known = new Map<string, readonly Uint8Array[]>();
  const upstream = (t: Transition) => {
    const key = t.awaits.join();
    const isOwn = (other: Transition) => other.gathers.some((place) => t.awaits.includes(place));
    const found = known.get(key) ?? t.awaits.map((place) => upstreamOf(net, place, isOwn));
    known.set(key, found);
    return found;
  };
  return (t, marking) => {
    if (t.awaits.length === 0) return false;
    const ways = upstream(t).map((places, at) => ({ places, isTaken: marking[t.awaits[at] ?? -1] !== 0 }));
    return marking.some((tokens, place) => {
      if (tokens === 0 || t.awaits.includes(place)) return false;
      return ways.some(({ places, isTaken }) => !isTaken && places[place]) && !ways.some(({ places, isTaken }) => isTaken && places[place]);
    });
  };
}

import { type Net, type Transition, transitionsBy } from './net.ts';

type Producers = readonly (readonly Transition[])[];

/** By place: can a token there get to the target, without passing what `isPassed` says? */
function upstreamIn({ places }: Net, producers: Producers, target: number, isPassed: (t: Transition) => boolean): Uint8Array {
  const found = new Uint8Array(places.length);
  const open = [target];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const t of producers[place] ?? []) {
      if (isPassed(t)) continue;
      for (const before of [...t.pre, ...t.gathers]) {
        if (found[before] || places[before]?.kind === 'note') continue;
        found[before] = 1;
        open.push(before);
      }
    }
  }
  return found;
}

export const upstreamOf = (net: Net, target: number): Uint8Array => upstreamIn(net, transitionsBy(net, 'post'), target, () => false);

/**
 * The rule of inclusive joins (BPMN 2.0.2, 13.4.3): they wait while a token can still arrive on an empty way in, unless it
 * could as well arrive on one where a token waits already.
 */
export interface WaitingRule {
  readonly waits: (t: Transition, marking: Uint8Array) => boolean;
  /** What it waits for: a place with a token, and the ways in that one can get to. */
  readonly blockers: (t: Transition, marking: Uint8Array) => readonly { readonly place: number; readonly ways: readonly number[] }[];
  /** By place: may a token there be waited for? */
  readonly looksAt: (t: Transition) => Uint8Array;
}

export function waitingRule(net: Net): WaitingRule {
  const producers = transitionsBy(net, 'post');
  const known = new Map<Transition['awaits'], readonly Uint8Array[]>();
  const upstream = (t: Transition) => {
    const key = t.awaits;
    const isOwn = (other: Transition) => other.gathers.some((place) => t.awaits.includes(place));
    const found = known.get(key) ?? t.awaits.map((place) => upstreamIn(net, producers, place, isOwn));
    known.set(key, found);
    return found;
  };
  const blockers: WaitingRule['blockers'] = (t, marking) => {
    if (t.awaits.length === 0) return [];
    const reached = upstream(t);
    const found: { place: number; ways: readonly number[] }[] = [];
    for (let place = 0; place < marking.length; place++) {
      if (!marking[place] || t.awaits.includes(place)) continue;
      const ways = t.awaits.filter((_, at) => reached[at]?.[place]);
      if (ways.length && ways.every((way) => !marking[way])) found.push({ place, ways });
    }
    return found;
  };
  const looked = new Map<Transition, Uint8Array>();
  const looksAt = (t: Transition) => {
    const found = looked.get(t) ?? union(upstream(t), net.places.length);
    looked.set(t, found);
    return found;
  };
  return { blockers, looksAt, waits: (t, marking) => blockers(t, marking).length > 0 };
}

function union(sets: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  for (const set of sets) for (const [place, is] of set.entries()) if (is) all[place] = 1;
  return all;
}

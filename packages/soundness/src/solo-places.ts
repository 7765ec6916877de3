import { type Net, type Transition, transitionsBy } from './net.ts';
import { upstreamOf } from './upstream.ts';

const NONE: readonly Transition[] = [];

/**
 * What one token can do alone: when nothing else can use, stop or meet it, the order in which it and the others go on makes
 * no difference, and only its steps need to be followed (Valmari's stubborn sets). Without this, parallel branches multiply.
 */
export function soloPlaces(net: Net): (marking: Uint8Array) => readonly Transition[] {
  const consumers = transitionsBy(net, 'pre', 'gathers');
  const cleared = new Set(net.transitions.flatMap((t) => t.clears));
  const observed = placesJoinsLookAt(net);
  const alone = net.places.flatMap(({ kind }, place) => {
    const own = consumers[place] ?? NONE;
    return kind === 'at' && own.length > 0 && !cleared.has(place) && !observed[place] && own.every((t) => isFree(t, net, own)) ? [place] : [];
  });
  const plain = alone.filter((place) => !net.places[place]?.isMerge);
  const merges = alone.filter((place) => net.places[place]?.isMerge);
  const rivals = new Map(merges.map((place) => [place, upstreamOf(net, place, (t) => t.pre.includes(place))]));
  const isAlone = (place: number, marking: Uint8Array) =>
    marking[place] === 1 && !rivals.get(place)?.some((isUpstream, other) => isUpstream && other !== place && marking[other]);

  return (marking) => {
    const place = plain.find((candidate) => marking[candidate]) ?? merges.find((candidate) => isAlone(candidate, marking));
    return place === undefined ? NONE : (consumers[place] ?? NONE);
  };
}

/** Needs and touches nothing but its own token, and marks that only what that token does makes and reads. */
function isFree(t: Transition, net: Net, own: readonly Transition[]): boolean {
  if (t.pre.length !== 1 || t.gathers.length || t.awaits.length) return false;
  const marks = [...t.empty, ...t.clears];
  return marks.every((mark) => net.places[mark]?.kind === 'note' && net.transitions.every((other) => own.includes(other) || !touches(other, mark)));
}

const touches = ({ pre, post, empty }: Transition, place: number) => pre.includes(place) || post.includes(place) || empty.includes(place);

/** Where a token decides whether an inclusive join waits. */
function placesJoinsLookAt(net: Net): Uint8Array {
  const looked = new Uint8Array(net.places.length);
  const awaited = new Set(net.transitions.flatMap((t) => t.awaits));
  for (const target of awaited) for (const [place, is] of upstreamOf(net, target, () => false).entries()) if (is) looked[place] = 1;
  return looked;
}

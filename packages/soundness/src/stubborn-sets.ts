import { type Net, type Transition, transitionsBy } from './net.ts';
import type { WaitingRule } from './upstream.ts';

/**
 * Of the transitions that are enabled (by number): parts each of which is enough to be followed from a marking. `last` is
 * what has led there.
 */
type Choose = (marking: Uint8Array, enabled: readonly number[], last: Transition | undefined) => Iterable<readonly number[]>;

export interface Parts {
  readonly of: Choose;
  /** How much was looked at for them so far, in steps of about the same length. */
  readonly work: () => number;
}

/** So many parts are looked for. */
const MAX_PARTS = 8;

/**
 * What can't be disturbed by anything else may be done first: the order in which independent branches go on makes no
 * difference. Each part is a set that nothing outside can disable, enable or lead to a meeting with (Valmari's strong
 * stubborn sets). Keeps every marking in which nothing can happen, and every place two tokens can meet at.
 */
export function stubbornSets(net: Net, rule: WaitingRule): Parts {
  const relations = relationsOf(net, rule);
  const close = closing(relations);
  let work = 0;
  const of: Choose = function* (marking, enabled, last) {
    const isEnabled = new Uint8Array(net.transitions.length);
    for (const t of enabled) isEnabled[t] = 1;
    const seen = new Set<number>();
    let parts = 0;
    for (const seed of branchFirst(net, enabled, last)) {
      if (seen.has(seed)) continue;
      if (parts++ >= MAX_PARTS) return;
      const set = close({ marking, isEnabled, seed });
      for (const t of set) work += 1 + (relations.disturbedBy[t]?.length ?? 0) + (net.transitions[t]?.awaits.length ? net.places.length : 0);
      const part = enabled.filter((t) => set.has(t));
      for (const t of part) seen.add(t);
      if (part.length < enabled.length) yield part;
    }
  };
  return { of, work: () => work };
}

/** Who has begun a branch goes on with it: jumping to and fro makes markings that tell nothing. */
function branchFirst({ transitions }: Net, enabled: readonly number[], last: Transition | undefined): readonly number[] {
  const goesOn = (number: number) => {
    const t = transitions[number];
    return t !== undefined && [...t.pre, ...t.gathers].some((place) => last?.post.includes(place) && !last.pre.includes(place));
  };
  return [...enabled.filter(goesOn), ...enabled.filter((number) => !goesOn(number))];
}

interface Relations {
  readonly net: Net;
  readonly rule: WaitingRule;
  /** By transition: which ones it has to be kept together with while it is enabled. */
  readonly disturbedBy: readonly (readonly number[])[];
  /** By place: which put tokens there. */
  readonly fill: readonly (readonly number[])[];
  /** By place: which take tokens away. */
  readonly drain: readonly (readonly number[])[];
  /** By place: where its token can get to without another. */
  readonly downstream: (place: number) => ReadonlySet<number>;
}

function relationsOf(net: Net, rule: WaitingRule): Relations {
  const numbers = new Map(net.transitions.map((t, number) => [t, number]));
  const numbered = (...roles: Parameters<typeof transitionsBy>[1][]) => transitionsBy(net, ...roles).map((list) => list.flatMap((t) => numbers.get(t) ?? []));
  const fill = numbered('post');
  const use = numbered('pre', 'gathers');
  const clear = numbered('clears');
  const test = numbered('empty');
  const gather = numbered('gathers');
  const drain = net.places.map((_, place) => [...(use[place] ?? []), ...(clear[place] ?? [])]);
  const joins = net.transitions.flatMap((t, number) => (t.awaits.length ? [{ number, looksAt: rule.looksAt(t) }] : []));
  const of = (places: readonly number[], ...tables: readonly (readonly (readonly number[])[])[]) =>
    places.flatMap((place) => tables.flatMap((table) => table[place] ?? []));
  const meets = (place: number) => net.places[place]?.kind === 'flow' || net.places[place]?.isMerge === true;

  const disturbedBy = net.transitions.map((t) => {
    const together = [
      ...of([...t.pre, ...t.gathers], drain),
      ...of([...t.pre.filter(meets), ...t.gathers, ...t.empty], fill),
      ...of(t.post, test, clear, gather),
      ...of(t.clears, use, fill),
      ...joins.filter(({ looksAt }) => [...t.pre, ...t.gathers].some((place) => looksAt[place])).map(({ number }) => number),
    ];
    return [...new Set(together)];
  });
  return { net, rule, disturbedBy, fill, drain, downstream: downstreamOf(net) };
}

function downstreamOf(net: Net): (place: number) => ReadonlySet<number> {
  const users = transitionsBy(net, 'pre');
  const known = new Map<number, ReadonlySet<number>>();
  return (start) => {
    const before = known.get(start);
    if (before) return before;
    const found = new Set<number>();
    const open = [start];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      if (found.has(place)) continue;
      found.add(place);
      for (const t of users[place] ?? []) if (t.pre.length === 1) open.push(...t.post);
    }
    known.set(start, found);
    return found;
  };
}

interface Beginning {
  readonly marking: Uint8Array;
  readonly isEnabled: Uint8Array;
  readonly seed: number;
}

/** Adds to a transition all it has to be kept together with. */
function closing(relations: Relations): (beginning: Beginning) => ReadonlySet<number> {
  const { net, disturbedBy } = relations;
  return ({ marking, isEnabled, seed }) => {
    const set = new Set<number>();
    const open = [seed];
    const near = relations.downstream(firstPlace(net.transitions[seed]) ?? net.begin);
    const undecided: (readonly (readonly number[])[])[] = [];
    const take = (more: readonly number[]) => {
      for (const t of more) if (!set.has(t)) open.push(t);
    };
    for (;;) {
      const number = open.pop();
      if (number === undefined) {
        // Only now, for what others have brought in may be reason enough.
        const reasons = undecided.pop();
        if (!reasons) return set;
        if (!reasons.some((reason) => reason.every((t) => set.has(t)))) take(reasons[0] ?? []);
        continue;
      }
      const t = net.transitions[number];
      if (set.has(number) || !t) continue;
      set.add(number);
      if (isEnabled[number]) take([...(disturbedBy[number] ?? []), ...disturbedJoin(relations, t, marking)]);
      else undecided.push(reasonsOf(relations, t, { marking, near }));
    }
  };
}

const firstPlace = (t: Transition | undefined) => t?.pre[0] ?? t?.gathers[0];

/** An inclusive join that may go on stays so only while the tokens it could wait for stay where they are. */
function disturbedJoin({ rule, drain }: Relations, t: Transition, marking: Uint8Array): readonly number[] {
  if (t.awaits.length === 0) return [];
  const looksAt = rule.looksAt(t);
  return drain.flatMap((drains, place) => (marking[place] && looksAt[place] ? drains : []));
}

/** Why it can't happen: for each reason, those that could change it. What is near comes first. */
function reasonsOf({ net, rule, fill, drain }: Relations, t: Transition, where: { readonly marking: Uint8Array; readonly near: ReadonlySet<number> }) {
  const { marking, near } = where;
  const reasons: { readonly isNear: boolean; readonly changing: readonly number[] }[] = [];
  for (const place of t.pre) if (!marking[place]) reasons.push({ isNear: near.has(place), changing: fill[place] ?? [] });
  for (const place of t.empty) if (marking[place]) reasons.push({ isNear: near.has(place), changing: drain[place] ?? [] });
  for (const { place, ways } of rule.blockers(t, marking)) {
    reasons.push({ isNear: near.has(place), changing: [...(drain[place] ?? []), ...ways.flatMap((way) => fill[way] ?? [])] });
  }
  if (t.gathers.length && t.gathers.every((place) => !marking[place])) {
    reasons.push({ isNear: false, changing: t.gathers.flatMap((place) => fill[place] ?? []) });
  }
  if (reasons.length === 0)
    throw new Error(`Expected a reason why ${JSON.stringify(t.covers)} can't happen among ${net.places.length} places, but there is none.`);
  return [...reasons.filter(({ isNear }) => isNear), ...reasons.filter(({ isNear }) => !isNear)].map(({ changing }) => changing);
}

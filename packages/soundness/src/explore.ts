import type { Net, Transition } from './net.ts';
import { enabledBy, fire } from './run-net.ts';
import { type Parts, stubbornSets } from './stubborn-sets.ts';
import { waitingRule } from './upstream.ts';

export interface State {
  readonly marking: Uint8Array;
  /** Number of the state it was first reached from, and by what. */
  readonly from: number;
  readonly by: Transition | undefined;
  /** More tokens in one place than we count: what follows wasn't looked at. */
  readonly isCut: boolean;
  /** Nothing can happen here. */
  isStill: boolean;
}

export interface Exploration {
  readonly states: readonly State[];
  /** By state: what it was reached from, every time. */
  readonly before: readonly (readonly number[])[];
  readonly happened: ReadonlySet<Transition>;
  /** Everything was looked at. */
  readonly isComplete: boolean;
}

/** What finding out which order matters may cost: large drawings with many joins reach it before `maxStates`. */
const MAX_WORK = 3_000_000;

/** Every marking the net can come to, nearest first. */
export function explore(net: Net, maxStates: number, order?: Parts): Exploration {
  const rule = waitingRule(net);
  const isEnabled = enabledBy(rule);
  const parts = order ?? stubbornSets(net, rule);
  const states: State[] = [];
  const before: number[][] = [];
  const numbers = new Map<string, number>();
  const happened = new Set<Transition>();

  const reach = (state: Omit<State, 'isStill'>): number => {
    const key = String.fromCharCode(...state.marking);
    const known = numbers.get(key);
    if (known !== undefined) {
      before[known]?.push(state.from);
      return known;
    }
    numbers.set(key, states.length);
    states.push({ ...state, isStill: false });
    before.push([state.from]);
    return states.length - 1;
  };
  const isEnabledAt = (number: number, marking: Uint8Array) => {
    const t = net.transitions[number];
    return t !== undefined && isEnabled(t, marking);
  };
  /** Has it led to something that is still to be looked at? */
  const follow = (numbered: readonly number[], marking: Uint8Array, from: number): boolean => {
    let leadsOn = false;
    for (const number of numbered) {
      const t = net.transitions[number];
      if (!t) continue;
      happened.add(t);
      if (reach({ ...fire(t, marking), from, by: t }) > from) leadsOn = true;
    }
    return leadsOn;
  };

  const begin = new Uint8Array(net.places.length);
  begin[net.begin] = 1;
  reach({ marking: begin, isCut: false, from: -1, by: undefined });
  for (let at = 0; at < states.length; at++) {
    if (states.length > maxStates || parts.work() > MAX_WORK) return { states, before, happened, isComplete: false };
    const state = states[at];
    if (!state || state.isCut) continue;
    const enabled = [...net.transitions.keys()].filter((number) => isEnabledAt(number, state.marking));
    state.isStill = enabled.length === 0;
    // A part is enough, unless it leads only back: then the others might never get their turn.
    let leadsOn = false;
    for (const part of parts.of(state.marking, enabled, state.by)) {
      leadsOn = follow(part, state.marking, at);
      if (leadsOn) break;
    }
    if (!leadsOn) follow(enabled, state.marking, at);
  }
  return { states, before, happened, isComplete: true };
}

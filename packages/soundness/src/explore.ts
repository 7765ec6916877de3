import type { Net, Transition } from './net.ts';
import { enabledIn, fire } from './run-net.ts';
import { soloPlaces } from './solo-places.ts';

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

/** Every marking the net can come to, nearest first. */
export function explore(net: Net, maxStates: number, soloOf = soloPlaces(net)): Exploration {
  const isEnabled = enabledIn(net);
  const states: State[] = [];
  const before: number[][] = [];
  const numbers = new Map<string, number>();
  const happened = new Set<Transition>();

  const reach = (state: Omit<State, 'isStill'>): boolean => {
    const key = String.fromCharCode(...state.marking);
    const known = numbers.get(key);
    if (known !== undefined) {
      before[known]?.push(state.from);
      return false;
    }
    numbers.set(key, states.length);
    states.push({ ...state, isStill: false });
    before.push([state.from]);
    return true;
  };
  const follow = (transitions: readonly Transition[], marking: Uint8Array, from: number): boolean => {
    let isNew = false;
    for (const t of transitions) {
      happened.add(t);
      if (reach({ ...fire(t, marking), from, by: t })) isNew = true;
    }
    return isNew;
  };

  const begin = new Uint8Array(net.places.length);
  begin[net.begin] = 1;
  reach({ marking: begin, isCut: false, from: -1, by: undefined });
  for (let at = 0; at < states.length; at++) {
    if (states.length > maxStates) return { states, before, happened, isComplete: false };
    const state = states[at];
    if (!state || state.isCut) continue;
    // One branch alone is enough, unless that leads only to what is known: then the others might never get their turn.
    if (follow(soloOf(state.marking), state.marking, at)) continue;
    const enabled = net.transitions.filter((t) => isEnabled(t, state.marking));
    state.isStill = enabled.length === 0;
    follow(enabled, state.marking, at);
  }
  return { states, before, happened, isComplete: true };
}

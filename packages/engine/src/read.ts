import type { Key } from './event.ts';
import type { Values } from './json.ts';
import type { InstanceState, LiveElement, LiveTimer, OpenIncident } from './state.ts';

/** Completed, cancelled or failed: nothing will ever change again. */
export const isFinished = (state: InstanceState): boolean => state.status === 'completed' || state.status === 'cancelled' || state.status === 'failed';

const numberOf = (key: Key) => Number(key.slice(1));
const byKey = (a: Key, b: Key) => numberOf(a) - numberOf(b);
const inOrder = <T>(record: { readonly [key: Key]: T }): T[] =>
  Object.keys(record)
    .sort(byKey)
    .map((key) => record[key]!);

/** Everything that is still there, in order of start; the process itself (key `e1`) included. */
export const liveElements = (state: InstanceState): readonly LiveElement[] => inOrder(state.elements);

/** Live elements that wait or stand at an incident and hold no others: where the instance is. */
export function waitingElements(state: InstanceState): readonly LiveElement[] {
  return liveElements(state).filter((element) => element.awaits?.kind !== 'children');
}

export const liveElement = (state: InstanceState, key: Key): LiveElement | undefined => own(state.elements, key);

export type TimerEntry = LiveTimer & { readonly timerKey: Key };
export const liveTimers = (state: InstanceState): readonly TimerEntry[] =>
  Object.keys(state.timers)
    .sort(byKey)
    .map((timerKey) => ({ timerKey, ...state.timers[timerKey]! }));

export type IncidentEntry = OpenIncident & { readonly incidentKey: Key };
export const openIncidents = (state: InstanceState): readonly IncidentEntry[] =>
  Object.keys(state.incidents)
    .sort(byKey)
    .map((incidentKey) => ({ incidentKey, ...state.incidents[incidentKey]! }));

export type ParkedFlow = { readonly scope: Key; readonly elementId: string; readonly flowId: string; readonly tokens: number };
export function parkedFlows(state: InstanceState): readonly ParkedFlow[] {
  return Object.entries(state.parked).flatMap(([join, flows]) => {
    const slash = join.indexOf('/');
    return Object.entries(flows).map(([flowId, tokens]) => ({ scope: join.slice(0, slash), elementId: join.slice(slash + 1), flowId, tokens }));
  });
}

/** What a scope itself holds; undefined if there is no such live element. */
export function variablesOfScope(state: InstanceState, key: Key): Values | undefined {
  const held = own(state.variables, key);
  return held ?? (own(state.elements, key) ? {} : undefined);
}

/** What an expression at that element instance can read: its own scope and those around it, the inner ones first. */
export function variablesVisibleAt(state: InstanceState, key: Key): Values {
  const chain: Values[] = [];
  for (let at: Key | null = key; at !== null; at = own(state.elements, at)?.scope ?? null) chain.unshift(own(state.variables, at) ?? {});
  return Object.assign({}, ...chain);
}

function own<T>(record: { readonly [key: string]: T }, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

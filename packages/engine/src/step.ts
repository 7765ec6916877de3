import type { Process } from '@baton/model';
import type { Command, Rejection } from './command.ts';
import type { Effect } from './effect.ts';
import type { EngineEvent } from './event.ts';
import type { InstanceState } from './state.ts';

export type StepResult =
  | { readonly ok: true; readonly state: InstanceState; readonly events: readonly EngineEvent[]; readonly effects: readonly Effect[] }
  | { readonly ok: false; readonly rejection: Rejection };

/** One command on one instance, run to the next wait states. Pure: `state` may be frozen; `now` is ms since the epoch. */
export type Step = (process: Process, state: InstanceState, command: Command, now: number) => StepResult;
/** The state after an event; on replay nothing else runs. */
export type Evolve = (state: InstanceState, event: EngineEvent) => InstanceState;
export type EffectsOf = (event: EngineEvent) => readonly Effect[];

import type { Process } from '@baton/model';
import type { Command, Rejection } from './command.ts';
import { handle } from './commands/index.ts';
import { compiledProcess } from './compiled-process.ts';
import { Draft } from './draft.ts';
import type { Effect } from './effect.ts';
import { effectsOf } from './effects-of.ts';
import type { EngineEvent } from './event.ts';
import { Execution } from './execution.ts';
import type { InstanceState } from './state.ts';

export type StepResult =
  | { readonly ok: true; readonly state: InstanceState; readonly events: readonly EngineEvent[]; readonly effects: readonly Effect[] }
  | { readonly ok: false; readonly rejection: Rejection };

/** Commands about one task, job or timer say themselves that it is gone; all others need an instance that runs. */
const MAY_COME_LATE: { readonly [T in Command['type']]?: true } = { start: true, claimTask: true, unclaimTask: true, assignTask: true, completeTask: true };

/**
 * One command on one instance, run to the next wait states. Pure, deterministic, synchronous: `state` may be frozen, `now` is
 * ms since the epoch. Throws only if we are wrong.
 */
export function step(process: Process, state: InstanceState, command: Command, now: number): StepResult {
  if (state.status !== 'active' && !MAY_COME_LATE[command.type]) {
    return { ok: false, rejection: { code: 'instance-not-active', detail: `Expected an active instance, but it is ${state.status}.` } };
  }
  const draft = new Draft(state);
  const execution = new Execution(compiledProcess(process), draft, now);
  const rejection = handle(execution, command);
  if (rejection) return { ok: false, rejection };
  execution.run();
  return { ok: true, state: draft.toState(), events: execution.events, effects: effectsOfAll(execution.events) };
}

function effectsOfAll(events: readonly EngineEvent[]): readonly Effect[] {
  const effects: Effect[] = [];
  for (const event of events) {
    const own = effectsOf(event);
    if (own.length) effects.push(...own);
  }
  return effects;
}

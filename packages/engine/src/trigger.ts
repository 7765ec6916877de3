import type { SingleTrigger } from '@baton/model';
import type { Next } from './behaviour.ts';
import type { CompiledNode } from './compiled-process.ts';
import type { Key } from './event.ts';
import type { Execution } from './execution.ts';
import type { Formula } from './mechanics/expressions.ts';
import type { Due } from './mechanics/timers.ts';
import type { Result } from './result.ts';
import type { LiveElement } from './state.ts';

/** What an element begins to listen for. */
export type Listening =
  | { readonly kind: 'timer'; readonly due: Due }
  | { readonly kind: 'message'; readonly name: string; readonly correlationKey: string }
  | { readonly kind: 'signal'; readonly name: string }
  | { readonly kind: 'conditional' };

/** What walks outwards through the scopes until somebody catches it, or everything ends. */
export type Propagating = 'error' | 'escalation' | 'compensation' | 'cancel';

/** One trigger of an event, its own properties already read. */
export interface TriggerVerbs {
  readonly type: SingleTrigger['type'];
  /** Caught: what to listen for in the world; null: nothing, it comes from inside. `scope` is where its expressions read. */
  listen(x: Execution, node: CompiledNode, scope: Key): Result<Listening | null>;
  /** Thrown by `token`, which goes on, waits, stays or fails. */
  throw(x: Execution, node: CompiledNode, token: LiveElement): Next;
  /** conditional only */
  readonly condition: Formula | null;
  /** error and escalation: the code it catches; null: every one. */
  readonly code: string | null;
  readonly codeVariable: string | null;
  readonly messageVariable: string | null;
}

type TriggerMap = { [T in SingleTrigger['type']]: Extract<SingleTrigger, { type: T }> };
/** What a trigger's file states: only what differs. Called once a process version. */
export type TriggerBehaviour<T extends SingleTrigger['type']> = (trigger: TriggerMap[T]) => Partial<Omit<TriggerVerbs, 'type'>>;

import type { ElementOf, ElementType } from '@baton/model';
import type { CompiledFlow, CompiledNode } from './compiled-process.ts';
import { bug } from './draft.ts';
import type { Awaits, Key } from './event.ts';
import type { Execution } from './execution.ts';
import type { Values } from './json.ts';
import { chooseFlows } from './mechanics/choose-flows.ts';
import type { Due } from './mechanics/timers.ts';
import type { Failure, Result } from './result.ts';
import type { LiveElement, LiveTimer } from './state.ts';

/** What follows when an element did its work: go on with a result, wait, stay as it is, or fail. */
export type Next =
  | { readonly kind: 'done'; readonly result: Values | null }
  | { readonly kind: 'wait'; readonly awaits: Awaits }
  | { readonly kind: 'stay' }
  | { readonly kind: 'fail'; readonly failure: Failure };

export const DONE: Next = { kind: 'done', result: null };
export const STAY: Next = { kind: 'stay' };
export const doneWith = (result: Values): Next => ({ kind: 'done', result });
export const waitFor = (awaits: Awaits): Next => ({ kind: 'wait', awaits });
export const failWith = (failure: Failure): Next => ({ kind: 'fail', failure });
/** What an element waited for. */
export type Trigger =
  | { readonly kind: 'task'; readonly values: Values }
  | { readonly kind: 'job'; readonly values: Values }
  | { readonly kind: 'timer'; readonly timer: LiveTimer };

/** The life of one element, its own properties already read. */
export interface Verbs {
  /** A flow has reached it. Default: enter it. Joins wait here. */
  arrive(x: Execution, flow: CompiledFlow, scope: Key): void;
  /** Border events only: when to go off while the host is active. */
  listen(x: Execution, host: LiveElement): Result<Due>;
  /** A token is on it, inputs are mapped. Default: done at once. Wait states open their task, job or timer here. */
  enter(x: Execution, token: LiveElement): Next;
  /** What it, or as a border event its host `token`, waited for has come. */
  resume(x: Execution, token: LiveElement, trigger: Trigger): Next;
  /** Scopes only: nothing runs inside any more. */
  idle(x: Execution, token: LiveElement): void;
  /** Which flows to take, in drawn order. Default: those without a condition and those whose condition is true. */
  leave(x: Execution, token: LiveElement): Result<readonly CompiledFlow[]>;
  /** Undo what `enter` opened. */
  cancel(x: Execution, token: LiveElement): void;
}

export type Site<T extends ElementType> = { readonly node: CompiledNode; readonly element: ElementOf<T> };
/** What an element's file states: only the verbs that differ. Called once a process version, so read properties and parse FEEL here. */
export type Behaviour<T extends ElementType> = (site: Site<T>) => Partial<Verbs>;

export const defaultVerbs = (node: CompiledNode): Verbs => ({
  arrive: (x, _flow, scope) => x.enter(node, scope),
  listen: () => bug(`${node.id} listens to nothing`),
  enter: () => DONE,
  resume: () => bug(`${node.id} waits for nothing`),
  idle: () => {},
  leave: (x, token) => chooseFlows(x, node, token),
  cancel: () => {},
});

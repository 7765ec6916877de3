import type { ElementOf, ElementType } from '@baton/model';
import type { CompiledFlow, CompiledNode } from './compiled-process.ts';
import { bug } from './draft.ts';
import type { Awaits, Key } from './event.ts';
import type { Execution } from './execution.ts';
import type { Values } from './json.ts';
import { chooseFlows } from './mechanics/choose-flows.ts';
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
  | { readonly kind: 'timer'; readonly timer: LiveTimer }
  /** A message, signal, condition, error or escalation. */
  | { readonly kind: 'event'; readonly values: Values }
  | { readonly kind: 'call'; readonly values: Values };

/** What it brought. */
export const broughtBy = (trigger: Trigger): Values => (trigger.kind === 'timer' ? {} : trigger.values);

/** The life of one element, its own properties already read. */
export interface Verbs {
  /** A flow has reached it. Default: enter it. Joins wait here. */
  arrive(x: Execution, flow: CompiledFlow, scope: Key): void;
  /** A token is on it, inputs are mapped. Default: done at once. Wait states open their task, job or timer here. */
  enter(x: Execution, token: LiveElement): Next;
  /** What it, or as a border event its host `token`, waited for has come. */
  resume(x: Execution, token: LiveElement, trigger: Trigger): Next;
  /** Event-based gateways only: one of the events after it has happened. */
  chosen(x: Execution, token: LiveElement, event: CompiledNode, trigger: Trigger): void;
  /** Scopes only: nothing runs inside any more. */
  idle(x: Execution, token: LiveElement): void;
  /** Scopes only: something inside has ended that leads nowhere or on. Absent: it makes no difference. */
  childEnded: ((x: Execution, token: LiveElement) => void) | null;
  /** Joins that look at the whole scope: nothing runs any more in this command; do they go on? */
  settle(x: Execution, scope: Key): boolean;
  /** All it had to undo is undone. Default: it is done. */
  undone(x: Execution, token: LiveElement): void;
  /** Which flows to take, in drawn order. Default: those without a condition and those whose condition is true. */
  leave(x: Execution, token: LiveElement): Result<readonly CompiledFlow[]>;
  /** Undo what `enter` opened. */
  cancel(x: Execution, token: LiveElement): void;
}

export type Site<T extends ElementType> = { readonly node: CompiledNode; readonly element: ElementOf<T> };
/** What an element's file states: only the verbs that differ. Called once a process version, so read properties and parse FEEL here. */
export type Behaviour<T extends ElementType> = (site: Site<T>) => Partial<Verbs>;

export const defaultVerbs = (node: CompiledNode): Verbs => ({
  arrive: (x, flow, scope) => x.arriveAt(node, flow, scope),
  enter: () => DONE,
  resume: () => bug(`${node.id} waits for nothing`),
  chosen: () => bug(`${node.id} offers no events`),
  idle: () => {},
  childEnded: null,
  settle: () => false,
  undone: (x, token) => x.complete(node, token, null),
  leave: (x, token) => chooseFlows(x, node, token),
  cancel: () => {},
});

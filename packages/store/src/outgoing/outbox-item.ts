import type { Actor, Call, EffectOf, Thrown, Values } from '@baton/engine';
import type { Parent } from '../runtime/live-instance.ts';

type Without<T> = T extends unknown ? Omit<T, 'kind'> : never;

/** What is to be done after a commit. Each is done once: the commit of what it leads to takes its row away. */
export type OutboxItem =
  | { readonly kind: 'call.start'; readonly parent: Parent; readonly call: Call; readonly by: Actor }
  | { readonly kind: 'call.cancel'; readonly parentId: string; readonly callKey: string }
  | { readonly kind: 'call.ended'; readonly parent: Parent; readonly childId: string; readonly end: Without<EffectOf<'instance.end'>> }
  | { readonly kind: 'call.escalated'; readonly parent: Parent; readonly thrown: Thrown }
  /** Becomes one `signal.deliver` for every instance that listens and one `start` for every process that begins with it. */
  | { readonly kind: 'signal'; readonly name: string; readonly variables: Values; readonly from?: { readonly instanceId: string; readonly sinceKey: number } }
  | { readonly kind: 'signal.deliver'; readonly instanceId: string; readonly name: string; readonly variables: Values; readonly sinceKey?: number }
  | {
      readonly kind: 'start';
      readonly processKey: string;
      readonly version: number;
      readonly elementId: string;
      /** Which of the event's triggers. */
      readonly index: number;
      readonly variables: Values;
      readonly by: Actor;
    };

export type OutboxItemOf<K extends OutboxItem['kind']> = Extract<OutboxItem, { kind: K }>;

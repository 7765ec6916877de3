import type { Actor } from './command.ts';
import type { Call, IncidentCode, Key, TaskAssignment, Thrown } from './event.ts';
import type { Values } from './json.ts';

/**
 * What leaves the instance: rows that the store writes in the same transaction, and somebody acts on after the commit.
 * `key` is unique in the instance, so (instance, key) is a stable idempotency key.
 */
export type Effect =
  | ({
      readonly kind: 'task.open';
      readonly key: Key;
      readonly elementId: string;
      readonly priority: number;
      readonly dueAt?: number;
      readonly followUpAt?: number;
    } & TaskAssignment)
  | { readonly kind: 'task.assign'; readonly key: Key; readonly assignee: string | null; readonly claimed: boolean }
  | {
      readonly kind: 'task.close';
      readonly key: Key;
      readonly status: 'completed' | 'cancelled';
      readonly outcome?: string;
      readonly comment?: string;
      readonly by?: Actor;
    }
  | {
      readonly kind: 'job.open';
      readonly key: Key;
      readonly elementId: string;
      readonly jobType: string;
      readonly retries: number;
      readonly headers: { readonly [name: string]: string };
    }
  | { readonly kind: 'job.retry'; readonly key: Key; readonly retries: number; readonly retryAt?: number; readonly message?: string }
  | { readonly kind: 'job.close'; readonly key: Key }
  | { readonly kind: 'timer.schedule'; readonly timerKey: Key; readonly elementId: string; readonly dueAt: number }
  | { readonly kind: 'timer.remove'; readonly timerKey: Key }
  | {
      readonly kind: 'incident.open';
      readonly incidentKey: Key;
      readonly key: Key;
      readonly elementId: string;
      readonly code: IncidentCode;
      readonly message: string;
    }
  | { readonly kind: 'incident.close'; readonly incidentKey: Key }
  | {
      readonly kind: 'subscription.open';
      readonly subscriptionKey: Key;
      readonly elementId: string;
      readonly event: 'message' | 'signal';
      readonly name: string;
      readonly correlationKey: string;
    }
  | { readonly kind: 'subscription.close'; readonly subscriptionKey: Key }
  /** To be correlated once, however often it is tried: (instance, messageKey) is its key. */
  | {
      readonly kind: 'message.publish';
      readonly messageKey: Key;
      readonly name: string;
      readonly correlationKey: string;
      readonly messageId?: string;
      readonly timeToLiveMs?: number;
      readonly variables: Values;
    }
  /** To be told to all that listen in the tenant, this instance too, there only to subscriptions with the number `sinceKey` or higher. */
  | { readonly kind: 'signal.broadcast'; readonly signalKey: Key; readonly name: string; readonly variables: Values; readonly sinceKey: number }
  | ({ readonly kind: 'call.start'; readonly callKey: Key; readonly elementId: string } & Call)
  | { readonly kind: 'call.cancel'; readonly callKey: Key }
  /** The instance has ended: its caller, if there is one, is to be told. The variables are those of the root scope. */
  | { readonly kind: 'instance.end'; readonly outcome: 'completed' | 'cancelled' }
  | ({ readonly kind: 'instance.end'; readonly outcome: 'failed' } & Thrown)
  | ({ readonly kind: 'call.escalate' } & Thrown);

export type EffectKind = Effect['kind'];
export type EffectOf<K extends EffectKind> = Extract<Effect, { kind: K }>;

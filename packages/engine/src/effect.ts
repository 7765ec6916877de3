import type { Actor } from './command.ts';
import type { IncidentCode, Key, TaskAssignment } from './event.ts';

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
  | { readonly kind: 'incident.close'; readonly incidentKey: Key };

export type EffectKind = Effect['kind'];
export type EffectOf<K extends EffectKind> = Extract<Effect, { kind: K }>;

import type { Values } from '@baton/engine';
import type { Instant } from '../result.ts';
import type { ExecuteResult } from '../runtime/runtime.ts';

export type MessageRequest = {
  readonly tenantId: string;
  readonly name: string;
  readonly correlationKey: string;
  readonly variables: Values;
  /** The sender's own: sent twice with the same, it counts once. */
  readonly messageId?: string | undefined;
  readonly timeToLiveMs?: number | undefined;
};

/** `correlated`: a running instance goes on with it; `started`: it began one; `waiting`: until `expiresAt` somebody may come for it; `discarded`: nobody wanted it, and it could not wait. */
export type MessageAnswer = {
  readonly id: string;
  readonly outcome: 'correlated' | 'started' | 'waiting' | 'discarded';
  readonly instanceId?: string;
  readonly expiresAt?: Instant;
  /** Its id was sent before: this is what became of the first. */
  readonly isRepeated: boolean;
};

export type MessageRefused = Extract<ExecuteResult, { ok: false }>;

/** How many instances heard it, and which were started. */
export type SignalAnswer = { readonly heard: number; readonly started: string[] };

export type ConditionsAnswer = {
  readonly started: { readonly instanceId: string; readonly processKey: string }[];
  /** Conditions that could not be evaluated with these variables. */
  readonly failed: { readonly processKey: string; readonly elementId: string; readonly detail: string }[];
};

/** Events from outside. */
export interface EventIntake {
  /** Refused if the one who wants it can't take in its variables: then it was never sent. */
  publishMessage(request: MessageRequest): Promise<{ readonly ok: true; readonly message: MessageAnswer } | MessageRefused>;
  broadcastSignal(request: { readonly tenantId: string; readonly name: string; readonly variables: Values }): Promise<SignalAnswer>;
  /** Starts every process that begins when a condition over these variables is true. */
  evaluateConditions(request: { readonly tenantId: string; readonly variables: Values; readonly processKey?: string | undefined }): Promise<ConditionsAnswer>;
}

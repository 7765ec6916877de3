import type { Instant, Refused } from '../result.ts';

/** The texts are literals, or FEEL over `body` and `headers` with a leading `=`. */
export type Webhook = {
  readonly id: string;
  readonly tenantId: string;
  readonly name: string;
  readonly messageName: string;
  readonly correlationKey: string | null;
  readonly messageId: string | null;
  /** Of the message, by name. */
  readonly variables: { readonly [name: string]: string };
  /** As it was given to us: encrypted. */
  readonly secret: string;
  readonly createdAt: Instant;
};

export interface WebhookStore {
  /** By name. */
  list(tenantId: string): Promise<Webhook[]>;
  create(webhook: Omit<Webhook, 'id' | 'createdAt'>): Promise<{ ok: true; webhook: Webhook } | Refused<'already-exists'>>;
  remove(tenantId: string, id: string): Promise<boolean>;
  /** Whoever calls it isn't signed in: its id says the tenant. */
  get(id: string): Promise<Webhook | null>;
}

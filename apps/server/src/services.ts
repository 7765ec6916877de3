import type { LiveState } from '@baton/contract';
import type { Store } from '@baton/store';
import type { SignIn } from './http/auth/sign-in.ts';
import type { SealedSecrets } from './webhooks/sealed-secret.ts';

/** What the handlers work with. */
export interface Services {
  readonly store: Store;
  readonly signIn: SignIn;
  /** Keeps what must be read again, but by nobody else. */
  readonly secrets: SealedSecrets;
  /** Somebody's roles, groups, activity or sessions changed: their sockets are looked at again. */
  readonly onAccessChanged: (userId: string) => void;
  /** A draft was saved or published: whoever watches the process is told. */
  readonly onDraftChanged: (tenantId: string, processKey: string) => void;
  /** The live view of an instance as `watch` sends it first; null if there is none. */
  readonly viewOf: (tenantId: string, instanceId: string) => Promise<LiveState | null>;
}

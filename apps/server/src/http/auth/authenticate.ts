import { ROLES, type Role } from '@baton/contract';
import type { Store } from '@baton/store';
import { hashToken } from './hash-token.ts';
import { type Principal, principalOf } from './principal.ts';
import type { SignIn } from './sign-in.ts';

export interface Authenticated {
  readonly principal: Principal;
  readonly via: 'session' | 'api-key';
  /** A session that was prolonged. */
  readonly setCookies: readonly string[];
}

/** Headers of a request or a socket's handshake -> who it is; null for nobody. An API key that is given but wrong is nobody, whatever the cookies say. */
export type Authenticate = (headers: Headers) => Promise<Authenticated | null>;

/** How long an API key that was good stays good without another look: workers call many times a second. */
const KEY_KEPT_MS = 5000;
const MAX_KEYS_KEPT = 1000;

const BEARER = /^Bearer +(\S+)$/i;

export function authenticator(store: Pick<Store, 'people'>, signIn: SignIn): Authenticate {
  const kept = new Map<string, { authenticated: Authenticated; until: number }>();
  const byKeptKey = async (key: string) => {
    const hash = hashToken(key);
    const known = kept.get(hash);
    if (known && known.until > performance.now()) return known.authenticated;
    const authenticated = await byApiKey(store, hash);
    if (kept.size >= MAX_KEYS_KEPT) kept.clear();
    if (authenticated) kept.set(hash, { authenticated, until: performance.now() + KEY_KEPT_MS });
    return authenticated;
  };
  return async (headers) => {
    const authorization = headers.get('authorization');
    if (authorization === null) return headers.has('cookie') ? bySession(store, signIn, headers) : null;
    const [, key] = BEARER.exec(authorization) ?? [];
    return key === undefined ? null : byKeptKey(key);
  };
}

async function byApiKey({ people }: Pick<Store, 'people'>, hash: string): Promise<Authenticated | null> {
  const owner = await people.apiKey(hash);
  if (!owner) return null;
  const { name, tenantId } = owner;
  return {
    principal: principalOf({ userId: null, id: `key:${owner.id}`, name, email: null, roles: rolesOf(owner.roles), groups: [], tenantId }),
    via: 'api-key',
    setCookies: [],
  };
}

async function bySession({ people }: Pick<Store, 'people'>, signIn: SignIn, headers: Headers): Promise<Authenticated | null> {
  const { response: session, headers: answered } = await signIn.api.getSession({ headers, returnHeaders: true });
  const tenantId = session?.user.tenantId;
  if (!session || !tenantId) return null;
  const user = await people.user({ tenantId, userId: session.user.id });
  if (!user?.isActive) return null;
  const { id, name, email, groups } = user;
  return {
    principal: principalOf({ userId: id, id, name, email, roles: rolesOf(user.roles), groups, tenantId }),
    via: 'session',
    setCookies: answered?.getSetCookie() ?? [],
  };
}

const rolesOf = (names: readonly string[]): Role[] => ROLES.filter((role) => names.includes(role));

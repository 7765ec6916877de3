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

const BEARER = /^Bearer +(\S+)$/i;

export const authenticator =
  (store: Pick<Store, 'people'>, signIn: SignIn): Authenticate =>
  async (headers) => {
    const authorization = headers.get('authorization');
    if (authorization !== null) return byApiKey(store, BEARER.exec(authorization)?.[1]);
    return headers.has('cookie') ? bySession(store, signIn, headers) : null;
  };

async function byApiKey({ people }: Pick<Store, 'people'>, key: string | undefined): Promise<Authenticated | null> {
  const owner = key === undefined ? null : await people.apiKey(hashToken(key));
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

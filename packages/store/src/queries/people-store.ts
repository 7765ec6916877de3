import type { Instant, Page, PageQuery, Refused } from '../result.ts';

export type User = { id: string; name: string; email: string; roles: string[]; groups: string[]; isActive: boolean; createdAt: Instant };
export type Group = { id: string; name: string; members: { id: string; name: string }[] };
export type ApiKeyOwner = { id: string; tenantId: string; name: string; roles: string[] };
type Named = { id: string; name: string };
type Search = { tenantId: string; search?: string | undefined };

/** Users are made by better-auth (its Prisma adapter, on `store.prisma`); this gives them roles and groups, and finds them. */
export interface PeopleStore {
  user(one: { tenantId: string; userId: string }): Promise<User | null>;
  listUsers(query: Search & PageQuery): Promise<Page<User>>;
  /** Names only, at most 50 of each. */
  pick(query: Search): Promise<{ users: Named[]; groups: Named[] }>;
  /** `groups`: names. Deactivating ends the user's sessions. The last active administrator can't be demoted. */
  updateUser(one: {
    tenantId: string;
    userId: string;
    name?: string | undefined;
    roles?: readonly string[] | undefined;
    groups?: readonly string[] | undefined;
    isActive?: boolean | undefined;
  }): Promise<{ ok: true; user: User } | Refused<'not-found' | 'in-use'>>;
  listGroups(query: Search & PageQuery): Promise<Page<Group>>;
  createGroup(group: {
    tenantId: string;
    name: string;
    members?: readonly string[] | undefined;
  }): Promise<{ ok: true; group: Group } | Refused<'already-exists' | 'not-found'>>;
  updateGroup(group: {
    tenantId: string;
    id: string;
    name?: string | undefined;
    members?: readonly string[] | undefined;
  }): Promise<{ ok: true; group: Group } | Refused<'already-exists' | 'not-found'>>;
  deleteGroup(group: { tenantId: string; id: string }): Promise<boolean>;
  /** Names of people by id or e-mail address, as an assignee may be written. */
  names(query: { tenantId: string; identities: readonly string[] }): Promise<ReadonlyMap<string, Named>>;

  /** By SHA-256 of the key, hex. */
  apiKey(hash: string): Promise<ApiKeyOwner | null>;
  ensureApiKey(key: { tenantId: string; name: string; hash: string; roles: readonly string[] }): Promise<void>;

  hasAdministrator(tenantId: string): Promise<boolean>;
  /** Replaces an earlier one. Kept as a hash only. */
  putSetupToken(token: { tenantId: string; hash: string; expiresAt: Date }): Promise<void>;
  /** True once: whoever takes it makes the first administrator. Never true when there is one already. */
  takeSetupToken(token: { tenantId: string; hash: string }): Promise<boolean>;
}

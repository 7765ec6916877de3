import { type Permission, permissionsOf, type Role } from '@baton/contract';
import type { Actor } from '@baton/engine';
import type { Viewer } from '@baton/store';

/** Who asks, resolved once a request. An API key has no `userId`. */
export interface Principal {
  /** Of the person, or of the API key. */
  readonly id: string;
  readonly userId: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly roles: readonly Role[];
  /** By name, as `candidateGroups` says them. */
  readonly groups: readonly string[];
  readonly tenantId: string;
  readonly permissions: ReadonlySet<Permission>;
}

export const principalOf = (who: Omit<Principal, 'permissions'>): Principal => ({ ...who, permissions: permissionsOf(who.roles) });

export const actorOf = ({ userId, name }: Principal): Actor => (userId === null ? { name } : { userId, name });

/** What an assignee or a candidate may be written as to mean this one. Only administrators name people, so a name can't be usurped. */
export const identitiesOf = ({ userId, email, name }: Principal): string[] => [userId, email, name].filter((identity) => identity !== null);

export const viewerOf = (principal: Principal): Viewer => ({ userId: principal.userId, identities: identitiesOf(principal), groups: principal.groups });

export const isAdministrator = ({ roles }: Principal) => roles.includes('administrator');

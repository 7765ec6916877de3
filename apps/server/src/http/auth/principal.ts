import { type Permission, permissionsOf, type Role } from '@baton/contract';
import type { Actor } from '@baton/engine';

/** Who asks, resolved once a request. An API key has no `userId`. */
export interface Principal {
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

export const actorOf = (principal: Principal): Actor =>
  principal.userId === null ? { name: principal.name } : { userId: principal.userId, name: principal.name };

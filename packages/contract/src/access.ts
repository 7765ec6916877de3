export const ROLES = ['administrator', 'designer', 'operator', 'member'] as const;
export type Role = (typeof ROLES)[number];

export const PERMISSIONS = [
  'process:read',
  'process:start',
  'process:design',
  'process:publish',
  'instance:read',
  'instance:operate',
  'task:work',
  'task:oversee',
  'job:work',
  'event:send',
  'webhook:manage',
  'incident:read',
  'incident:operate',
  'people:read',
  'people:manage',
  'metrics:read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const everyone: readonly Permission[] = ['process:read', 'process:start', 'task:work', 'people:read'];

/** What a role may do. Nothing that isn't listed. */
export const ROLE_PERMISSIONS: { readonly [R in Role]: readonly Permission[] } = {
  administrator: PERMISSIONS,
  designer: [...everyone, 'process:design', 'process:publish', 'instance:read', 'incident:read'],
  operator: [...everyone, 'instance:read', 'instance:operate', 'task:oversee', 'job:work', 'event:send', 'incident:read', 'incident:operate', 'metrics:read'],
  member: everyone,
};

export const permissionsOf = (roles: readonly Role[]): ReadonlySet<Permission> => new Set(roles.flatMap((role) => ROLE_PERMISSIONS[role]));

/**
 * Who may call a route.
 * `public`: anybody. `signed-in`: any signed-in person or key.
 * `permission`: whoever has it. With `orInvolved`, also whoever the thing itself concerns (its starter, its task's people), checked by the route with the row at hand.
 */
export type Access = 'public' | 'signed-in' | { readonly permission: Permission; readonly orInvolved?: true };

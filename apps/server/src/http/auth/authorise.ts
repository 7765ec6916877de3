import type { Access } from '@baton/contract';
import { HttpProblem } from '../http-problem.ts';
import type { Principal } from './principal.ts';

/** Default deny: passes only what the route's declared rule lets pass. `orInvolved` lets every signed-in one through to the handler, which asks the row. */
export function authorise(access: Access, principal: Principal | null): void {
  if (access === 'public') return;
  if (!principal)
    throw new HttpProblem(
      'not-signed-in',
      'Expected a session or an API key (Authorization: Bearer ...), but there is none that is valid.',
      {},
      { 'WWW-Authenticate': 'Bearer' },
    );
  if (access === 'signed-in') return;
  if (access.orInvolved || principal.permissions.has(access.permission)) return;
  throw new HttpProblem('not-allowed', `Expected the permission ${access.permission}, but you do not have it.`, {
    expected: { permission: access.permission },
  });
}

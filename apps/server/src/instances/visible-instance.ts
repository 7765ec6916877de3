import { type InstanceSummary, isInstanceId, type Store } from '@baton/store';
import { identitiesOf, type Principal } from '../http/auth/principal.ts';
import { notFound } from '../http/http-problem.ts';

/** The instance, for whoever may read instances, started it, or has or had a task in it; for everybody else it is not there. */
export async function visibleInstance(store: Store, principal: Principal, instanceId: string): Promise<InstanceSummary> {
  const one = { tenantId: principal.tenantId, instanceId };
  const instance = isInstanceId(instanceId) ? await store.instances.get(one) : null;
  if (!instance) throw notFound('process instance');
  if (principal.permissions.has('instance:read') || (await isInvolved(store, principal, instanceId))) return instance;
  throw notFound('process instance');
}

export const isInvolved = (store: Store, principal: Principal, instanceId: string): Promise<boolean> =>
  store.instances.isInvolved({ tenantId: principal.tenantId, instanceId, identities: identitiesOf(principal), groups: principal.groups });

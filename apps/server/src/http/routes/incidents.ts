import { type Incident, parseRowId } from '@baton/store';
import type { Services } from '../../services.ts';
import { actorOf, type Principal } from '../auth/principal.ts';
import type { Call, Handlers } from '../handler.ts';
import { notFound } from '../http-problem.ts';
import { granted } from '../refusals.ts';
import { keptWith } from './run-command.ts';

export const incidentHandlers = (services: Services): Pick<Handlers, 'listIncidents' | 'retryIncident' | 'resolveIncident'> => {
  const retry = async ({ params, body, principal, idempotency }: Pick<Call<'retryIncident'>, 'params' | 'body' | 'principal' | 'idempotency'>) => {
    const incident = await incidentOf(services, principal, params.id);
    const retries = body?.retries === undefined ? {} : { retries: body.retries };
    const result = await services.store.runtime.execute({
      tenantId: principal.tenantId,
      instanceId: incident.instanceId,
      command: { type: 'resolveIncident', incidentKey: incident.incidentKey, by: actorOf(principal), ...retries },
      ...keptWith(principal, idempotency, () => null),
    });
    granted(result);
    return { body: publicIncident(await incidentOf(services, principal, params.id)) };
  };
  return {
    listIncidents: async ({ query, principal: { tenantId } }) => {
      const { items, nextCursor } = await services.store.incidents.list({ tenantId, ...query });
      return { body: { items: items.map(publicIncident), nextCursor } };
    },
    retryIncident: retry,
    resolveIncident: retry,
  };
};

async function incidentOf({ store }: Services, { tenantId }: Principal, incidentId: string): Promise<Incident> {
  const incident = parseRowId(incidentId) ? await store.incidents.get({ tenantId, incidentId }) : null;
  if (!incident) throw notFound('incident');
  return incident;
}

/** Its key inside the instance is the engine's own business. */
const publicIncident = ({ incidentKey: _key, ...incident }: Incident) => incident;

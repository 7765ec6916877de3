import type { Json, Values } from '@baton/engine';
import type { Process } from '@baton/model';
import { type ExecuteResult, type InstanceSummary, isInstanceId } from '@baton/store';
import { outgoingGraph } from '../../designer/outgoing-graph.ts';
import { openScopeOf } from '../../instances/open-scope.ts';
import { publicEvents } from '../../instances/public-events.ts';
import { publishedProcess } from '../../instances/published-process.ts';
import { visibleInstance } from '../../instances/visible-instance.ts';
import { incoming, outgoing } from '../../json.ts';
import type { Services } from '../../services.ts';
import { actorOf, type Principal } from '../auth/principal.ts';
import type { Handlers } from '../handler.ts';
import { HttpProblem, notFound } from '../http-problem.ts';
import { granted } from '../refusals.ts';
import { checkedForm, checkedVariables } from './checked-values.ts';
import { answerOf, keptWith } from './run-command.ts';

const DEFAULT_WAIT_MS = 30_000;

type Names =
  | 'startInstance'
  | 'listInstances'
  | 'getInstance'
  | 'getView'
  | 'getGraph'
  | 'getVariables'
  | 'patchVariables'
  | 'listElements'
  | 'listEvents'
  | 'activateStep'
  | 'cancelInstance';

export const instanceHandlers = (services: Services): Pick<Handlers, Names> => ({
  startInstance: async ({ body, query, principal, idempotency, signal }) => {
    const { store } = services;
    const { tenantId } = principal;
    const process = await publishedProcess(store, tenantId, body.processKey, body.version);
    const variables = startVariables(process, principal, incoming(body.variables ?? {}));
    const started = instanceIn(
      await store.runtime.start({
        tenantId,
        processKey: body.processKey,
        version: body.version,
        businessKey: body.businessKey,
        variables,
        by: actorOf(principal),
        ...keptWith(principal, idempotency, ({ instance }): Json => instance),
      }),
    );
    if (query.wait === undefined) return { body: started };
    const timeoutMs = query.timeoutMs ?? DEFAULT_WAIT_MS;
    const ended = await untilAborted(store.instances.waitUntilEnded({ tenantId, instanceId: started.id, timeoutMs }), signal);
    const now = await store.instances.variables({ tenantId, instanceId: started.id });
    return { body: { ...(ended ?? started), variables: outgoing(now ?? {}) } };
  },

  listInstances: async ({ query: { startedByMe, ...filter }, principal }) => {
    const isMineOnly = startedByMe === true || !principal.permissions.has('instance:read');
    return {
      body: await services.store.instances.list({
        tenantId: principal.tenantId,
        ...filter,
        ...(isMineOnly ? { startedByUserId: principal.userId ?? '' } : {}),
      }),
    };
  },

  getInstance: async ({ params, principal }) => {
    const instance = await visibleInstance(services.store, principal, params.id);
    return { body: { ...instance, children: await services.store.instances.children({ tenantId: principal.tenantId, instanceId: instance.id }) } };
  },

  getView: async ({ params, principal }) => {
    const { id } = await visibleInstance(services.store, principal, params.id);
    const live = await services.viewOf(principal.tenantId, id);
    if (!live) throw notFound('process instance');
    return { body: live };
  },

  getGraph: async ({ params, principal }) => {
    const { processKey, version } = await visibleInstance(services.store, principal, params.id);
    const published = await services.store.processes.version({ tenantId: principal.tenantId, key: processKey, version });
    if (!published) throw notFound('version');
    return { body: outgoingGraph(published.graph) };
  },

  getVariables: async ({ params, query, principal }) => {
    const { id } = await visibleInstance(services.store, principal, params.id);
    return { body: await variablesOf(services, principal, id, query.scope) };
  },

  patchVariables: async ({ params, query, body, principal }) => {
    const { store } = services;
    const { id, processKey, version } = await visibleInstance(store, principal, params.id);
    const process = await publishedProcess(store, principal.tenantId, processKey, version);
    const variables = checkedVariables(process, incoming(body));
    const scope = query.scope === undefined ? {} : { scopeKey: query.scope };
    const command = { type: 'setVariables', variables, by: actorOf(principal), ...scope } as const;
    granted(await store.runtime.execute({ tenantId: principal.tenantId, instanceId: id, command }));
    return { body: await variablesOf(services, principal, id, query.scope) };
  },

  listElements: async ({ params, query, principal }) => {
    const { id } = await visibleInstance(services.store, principal, params.id);
    const page = await services.store.instances.elements({ tenantId: principal.tenantId, instanceId: id, ...query });
    if (!page) throw notFound('process instance');
    return { body: page };
  },

  listEvents: async ({ params, query, principal }) => {
    const { id } = await visibleInstance(services.store, principal, params.id);
    const { limit, cursor } = query;
    const afterSeq = cursor === undefined ? query.afterSeq : seqIn(cursor);
    const page = await publicEvents(services.store, { tenantId: principal.tenantId, instanceId: id }, { afterSeq, limit });
    if (!page) throw notFound('process instance');
    return { body: page };
  },

  activateStep: async ({ params, body, principal, idempotency }) => {
    const one = { tenantId: principal.tenantId, instanceId: params.id };
    const snapshot = isInstanceId(params.id) ? await services.store.instances.snapshot(one) : null;
    if (!snapshot) throw notFound('process instance');
    const scopeKey = body.scope ?? openScopeOf(snapshot, body.elementId);
    const result = await services.store.runtime.execute({
      ...one,
      command: { type: 'activateStep', scopeKey, elementId: body.elementId, by: actorOf(principal) },
      ...keptWith(principal, idempotency, ({ instance }): Json => instance),
    });
    return { body: instanceIn(result) };
  },

  cancelInstance: async ({ params, body, principal, idempotency }) => {
    if (!isInstanceId(params.id)) throw notFound('process instance');
    const reason = body.reason === undefined ? {} : { reason: body.reason };
    const result = await services.store.runtime.execute({
      tenantId: principal.tenantId,
      instanceId: params.id,
      command: { type: 'cancel', by: actorOf(principal), ...reason },
      ...keptWith(principal, idempotency, ({ instance }): Json => instance),
    });
    return { body: instanceIn(result) };
  },
});

/** Whoever fills in the start form by hand must fill it in; a program only has to send values of the right types. */
function startVariables(process: Process, principal: Principal, given: Values): Values {
  const variables = checkedVariables(process, given);
  const start = process.startsOf(process.key)[0];
  const form = start?.type === 'startEvent' ? start.form : undefined;
  if (!form) return variables;
  const asked = new Set(form.fields.map((field) => field.key));
  const filledIn = Object.fromEntries(Object.entries(variables).filter(([name]) => asked.has(name)));
  const fields = principal.userId === null ? form.fields.map((field) => ({ ...field, required: false })) : form.fields;
  checkedForm({ ...form, fields: fields.map((field) => ({ ...field, readOnly: false })) }, filledIn);
  return variables;
}

async function variablesOf({ store }: Services, { tenantId }: Principal, instanceId: string, scopeKey: string | undefined) {
  const values = await store.instances.variables({ tenantId, instanceId, scopeKey });
  if (!values) throw notFound('scope');
  return outgoing(values);
}

function seqIn(cursor: string): number {
  if (!/^\d{1,9}$/.test(cursor)) throw new HttpProblem('cursor-invalid', 'Expected a cursor that this list gave out, but it is another.');
  return Number(cursor);
}

const instanceIn = (result: ExecuteResult): InstanceSummary =>
  answerOf(
    result,
    (kept) => kept as InstanceSummary,
    ({ instance }) => instance,
  );

/** The answer of `work`, or null as soon as nobody waits for it any more. */
const untilAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> =>
  Promise.race([work, new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }))]);

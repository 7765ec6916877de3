import { parseRowId, type Store } from '@baton/store';
import { incoming, outgoing } from '../../json.ts';
import { activateJobs } from '../../runtime/activate-jobs.ts';
import type { Services } from '../../services.ts';
import type { Handlers } from '../handler.ts';
import { HttpProblem, notFound } from '../http-problem.ts';
import { granted } from '../refusals.ts';
import { checkedVariables } from './checked-values.ts';
import { answerOf, keptWith } from './run-command.ts';

export const jobHandlers = ({
  store,
}: Services): Pick<Handlers, 'activateJobs' | 'completeJob' | 'failJob' | 'throwJobError' | 'escalateJob' | 'extendJob'> => ({
  activateJobs: async ({ body, principal, signal }) => {
    const jobs = await activateJobs(store.jobs, { tenantId: principal.tenantId, ...body }, signal);
    return { body: { jobs: jobs.map((job) => ({ ...job, variables: outgoing(job.variables) })) } };
  },

  completeJob: async ({ params, body: { variables = {}, ...lease }, principal, idempotency }) => {
    const answer = { id: jobIdOf(params.id) };
    const result = await store.jobs.complete({
      tenantId: principal.tenantId,
      jobId: answer.id,
      lease,
      variables: checkedVariables({ variables: [] }, incoming(variables)),
      ...keptWith(principal, idempotency, () => answer),
    });
    await refuseIfOver(store, principal.tenantId, answer.id, result);
    return {
      body: answerOf(
        result,
        () => answer,
        () => answer,
      ),
    };
  },

  failJob: async ({ params, body: { message, retries, backoffMs, ...lease }, principal, idempotency }) => {
    const id = jobIdOf(params.id);
    const answer = (done: { effects: readonly { kind: string; retries?: unknown }[] }) => ({ id, retries: retriesLeft(done.effects) });
    const result = await store.jobs.fail({
      tenantId: principal.tenantId,
      jobId: id,
      lease,
      message,
      retries,
      backoffMs,
      ...keptWith(principal, idempotency, answer),
    });
    await refuseIfOver(store, principal.tenantId, id, result);
    return { body: answerOf<{ id: string; retries: number }>(result, (kept) => kept as { id: string; retries: number }, answer) };
  },

  throwJobError: async ({ params, body: { errorCode: code, message, variables = {}, ...lease }, principal, idempotency }) => {
    const answer = { id: jobIdOf(params.id) };
    const values = checkedVariables({ variables: [] }, incoming(variables));
    const kept = keptWith(principal, idempotency, () => answer);
    const result = await store.jobs.throwError({ tenantId: principal.tenantId, jobId: answer.id, lease, code, message, variables: values, ...kept });
    await refuseIfOver(store, principal.tenantId, answer.id, result);
    granted(result);
    return { body: answer };
  },

  escalateJob: async ({ params, body: { escalationCode: code, variables = {}, ...lease }, principal, idempotency }) => {
    const answer = { id: jobIdOf(params.id) };
    const values = checkedVariables({ variables: [] }, incoming(variables));
    const kept = keptWith(principal, idempotency, () => answer);
    const result = await store.jobs.escalate({ tenantId: principal.tenantId, jobId: answer.id, lease, code, variables: values, ...kept });
    await refuseIfOver(store, principal.tenantId, answer.id, result);
    granted(result);
    return { body: answer };
  },

  extendJob: async ({ params, body: { timeoutMs, ...lease }, principal }) => {
    const id = jobIdOf(params.id);
    const result = await store.jobs.extend({ tenantId: principal.tenantId, jobId: id, lease, timeoutMs });
    await refuseIfOver(store, principal.tenantId, id, result);
    return { body: { id, deadline: granted(result).deadline } };
  },
});

const OVER: ReadonlySet<string> = new Set(['job-not-found', 'instance-not-active']);

/** A job that was completed, or that its instance went on without, has lost every lease on it; one that never was is not found. */
async function refuseIfOver({ instances }: Store, tenantId: string, jobId: string, result: { readonly ok: boolean; readonly code?: string }): Promise<void> {
  const { instanceId, key } = parseRowId(jobId) ?? {};
  if (result.ok || !OVER.has(result.code ?? '') || instanceId === undefined) return;
  const elements = await instances.elements({ tenantId, instanceId, limit: Number.MAX_SAFE_INTEGER });
  if (elements?.items.some((element) => element.key === key))
    throw new HttpProblem('lease-lost', 'Expected a job whose lease you hold, but it is over: it was completed, or its instance went on without it.');
}

function jobIdOf(id: string): string {
  if (!parseRowId(id)) throw notFound('job');
  return id;
}

/** After a failure: what the retry says; none is left once it became an incident. */
function retriesLeft(effects: readonly { kind: string; retries?: unknown }[]): number {
  const retry = effects.find(({ kind }) => kind === 'job.retry');
  return typeof retry?.retries === 'number' ? retry.retries : 0;
}

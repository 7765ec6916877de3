import { parseRowId } from '@baton/store';
import { incoming, outgoing } from '../../json.ts';
import { activateJobs } from '../../runtime/activate-jobs.ts';
import type { Services } from '../../services.ts';
import type { Handlers } from '../handler.ts';
import { notFound } from '../http-problem.ts';
import { granted } from '../refusals.ts';
import { checkedVariables } from './checked-values.ts';
import { answerOf, keptWith } from './run-command.ts';

export const jobHandlers = ({ store }: Services): Pick<Handlers, 'activateJobs' | 'completeJob' | 'failJob' | 'extendJob'> => ({
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
    return { body: answerOf<{ id: string; retries: number }>(result, (kept) => kept as { id: string; retries: number }, answer) };
  },

  extendJob: async ({ params, body: { timeoutMs, ...lease }, principal }) => {
    const id = jobIdOf(params.id);
    const { deadline } = granted(await store.jobs.extend({ tenantId: principal.tenantId, jobId: id, lease, timeoutMs }));
    return { body: { id, deadline } };
  },
});

function jobIdOf(id: string): string {
  if (!parseRowId(id)) throw notFound('job');
  return id;
}

/** After a failure: what the retry says; none is left once it became an incident. */
function retriesLeft(effects: readonly { kind: string; retries?: unknown }[]): number {
  const retry = effects.find(({ kind }) => kind === 'job.retry');
  return typeof retry?.retries === 'number' ? retry.retries : 0;
}

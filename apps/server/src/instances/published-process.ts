import type { Process } from '@baton/model';
import type { Store } from '@baton/store';
import { HttpProblem, notFound } from '../http/http-problem.ts';

/** A published version, compiled; without a number the latest. */
export async function publishedProcess({ processes }: Pick<Store, 'processes'>, tenantId: string, key: string, version: number | undefined): Promise<Process> {
  const process = await processes.process({ tenantId, key, version: version ?? 'latest' });
  if (process) return process;
  if (version !== undefined || !(await processes.draft({ tenantId, key }))) throw notFound('published process');
  throw new HttpProblem('process-not-startable', `Expected a published process, but ${key} is only a draft. Publish it first.`);
}

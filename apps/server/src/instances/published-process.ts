import type { Process } from '@baton/model';
import type { Store } from '@baton/store';
import { HttpProblem, notFound } from '../http/http-problem.ts';

/** A published version, compiled; without a number the latest. */
export async function publishedProcess({ processes }: Store, tenantId: string, key: string, version: number | undefined): Promise<Process> {
  const latest = version ?? (await latestVersionOf({ processes }, tenantId, key));
  const process = await processes.process({ tenantId, key, version: latest });
  if (!process) throw notFound('published version');
  return process;
}

async function latestVersionOf({ processes }: Pick<Store, 'processes'>, tenantId: string, key: string): Promise<number> {
  const published = await processes.version({ tenantId, key, version: 'latest' });
  if (published) return published.version;
  if (await processes.draft({ tenantId, key }))
    throw new HttpProblem('process-not-startable', `Expected a published process, but ${key} is only a draft. Publish it first.`);
  throw notFound('process');
}

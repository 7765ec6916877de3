import type { ProcessSummary } from '@baton/store';
import { blankGraph } from '../../designer/blank-graph.ts';
import { readGraph } from '../../designer/checked-graph.ts';
import { firstContent } from '../../designer/draft-content.ts';
import { outgoingGraph } from '../../designer/outgoing-graph.ts';
import { checkedKey, keysFor } from '../../designer/process-key.ts';
import type { Services } from '../../services.ts';
import { actorOf, type Principal } from '../auth/principal.ts';
import type { Handlers } from '../handler.ts';
import { HttpProblem, notFound } from '../http-problem.ts';
import { granted } from '../refusals.ts';

type Names = 'listProcesses' | 'createProcess' | 'getProcess' | 'deleteProcess' | 'getVersion';

export const processHandlers = (services: Services): Pick<Handlers, Names> => ({
  listProcesses: async ({ query, principal: { tenantId } }) => ({ body: await services.store.processes.list({ tenantId, ...query }) }),

  createProcess: async ({ body, principal }) => ({ body: await createProcess(services, principal, body) }),

  getProcess: async ({ params: { key }, principal: { tenantId } }) => {
    const process = await services.store.processes.get({ tenantId, key });
    if (!process) throw notFound('process');
    return { body: process };
  },

  deleteProcess: async ({ params: { key }, principal: { tenantId } }) => {
    granted(await services.store.processes.deleteDraft({ tenantId, key }));
    services.onDraftChanged(tenantId, key);
    return { body: undefined };
  },

  getVersion: async ({ params: { key, version }, principal: { tenantId } }) => {
    const published = await services.store.processes.version({ tenantId, key, version: versionOf(version) });
    if (!published) throw notFound('version');
    return { body: outgoingGraph(published.graph) };
  },
});

interface NewProcess {
  readonly name: string;
  readonly key?: string | undefined;
  readonly graph?: unknown;
}

/** With a key of its own it is made once or refused; else under the first key of its name that is free. */
async function createProcess({ store, onDraftChanged }: Services, principal: Principal, { name, key, graph }: NewProcess): Promise<ProcessSummary> {
  const drawn = graph === undefined ? null : readGraph(graph);
  const by = actorOf(principal);
  for (const candidate of key === undefined ? keysFor(name) : [checkedKey(key)]) {
    const content = firstContent(drawn ? { ...drawn, key: candidate, name } : blankGraph(candidate, name));
    const result = await store.processes.createDraft({ tenantId: principal.tenantId, key: candidate, name, by, ...content });
    if (!result.ok && key === undefined) continue;
    onDraftChanged(principal.tenantId, candidate);
    return granted(result).process;
  }
  throw new HttpProblem('already-exists', 'Expected a key that is free, but every one is taken.');
}

function versionOf(text: string): number | 'latest' {
  if (text === 'latest') return text;
  const version = Number(text);
  if (!Number.isInteger(version) || version < 1 || version > 1e9) throw notFound('version');
  return version;
}

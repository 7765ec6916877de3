import { draftUpdateOf } from '@baton/draft';
import { type Problem, parseGraph } from '@baton/model';
import type { Draft } from '@baton/store';
import { problemsOf, publishable, readGraph } from '../../designer/checked-graph.ts';
import { mergeUpdate, overwriteWith } from '../../designer/draft-content.ts';
import { plainProblem } from '../../designer/plain-problem.ts';
import { outgoingJson } from '../../json.ts';
import type { Services } from '../../services.ts';
import { actorOf, type Principal } from '../auth/principal.ts';
import type { Handlers } from '../handler.ts';
import { HttpProblem, notFound } from '../http-problem.ts';
import { quoted, readIfMatch } from '../if-match.ts';
import { granted } from '../refusals.ts';

export const draftHandlers = (services: Services): Pick<Handlers, 'getDraft' | 'putDraft' | 'publishDraft'> => ({
  getDraft: async ({ params, principal }) => {
    const draft = await draftOf(services, principal, params.key);
    return {
      body: { ...savedOf(draft), graph: outgoingJson(draft.graph), update: Buffer.from(draft.state).toString('base64') },
      headers: { ETag: quoted(draft.etag) },
    };
  },

  putDraft: async ({ params: { key }, body, principal, ifMatch }) => {
    const draft = 'update' in body ? await merge(services, principal, key, body.update) : await replace(services, principal, key, body.graph, ifMatch);
    services.onDraftChanged(principal.tenantId, key);
    return { body: savedOf(draft), headers: { ETag: quoted(draft.etag) } };
  },

  publishDraft: async ({ params: { key }, body, principal }) => {
    const draft = await draftOf(services, principal, key);
    const note = body.note === undefined ? {} : { note: body.note };
    const found = publishable(draft.graph);
    const processes = await services.store.processes.publish({
      tenantId: principal.tenantId,
      by: actorOf(principal),
      processes: found.map(({ graph, checksum, draft }) => ({ graph, checksum, draft, draftState: graph.key === key ? null : draftUpdateOf(draft), ...note })),
    });
    const published = processes.find((each) => each.key === key) ?? processes[0];
    if (!published) throw new Error(`Expected publishing ${key} to name its version, but it named none.`);
    for (const each of new Set([key, ...processes.map((one) => one.key)])) services.onDraftChanged(principal.tenantId, each);
    return { body: { ...published, processes } };
  },
});

async function draftOf({ store }: Services, { tenantId }: Principal, key: string): Promise<Draft> {
  const draft = await store.processes.draft({ tenantId, key });
  if (!draft) throw notFound('process');
  return draft;
}

async function merge({ store }: Services, principal: Principal, key: string, base64: string): Promise<Draft> {
  const update = bytesOf(base64);
  const result = await store.processes.mergeDraft({
    tenantId: principal.tenantId,
    key,
    by: actorOf(principal),
    merge: (state) => mergeUpdate(key, state, update),
  });
  return granted(result).draft;
}

/** Its reader's document stays: the graph is written into it, so that browsers that have it open can go on. */
async function replace(services: Services, principal: Principal, key: string, json: unknown, header: string | undefined): Promise<Draft> {
  const ifMatch = readIfMatch(header);
  const graph = readGraph(json);
  if (graph.key !== key) throw new HttpProblem('request-invalid', `Expected a graph with the key ${key}, but it is ${graph.key}.`, { expected: { key } });
  const before = await draftOf(services, principal, key);
  const result = await services.store.processes.replaceDraft({
    tenantId: principal.tenantId,
    key,
    by: actorOf(principal),
    ifMatch: ifMatch ?? before.etag,
    ...overwriteWith(key, before.state, graph),
  });
  return granted(result).draft;
}

function savedOf(draft: Draft) {
  const { key, changedAt, changedBy, basedOn } = draft;
  return { key, problems: problemsIn(draft.graph).map(plainProblem), changedAt, ...(changedBy ? { changedBy } : {}), basedOn };
}

function problemsIn(json: unknown): readonly Problem[] {
  const parsed = parseGraph(json);
  return parsed.ok ? problemsOf(parsed.graph) : parsed.problems;
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function bytesOf(base64: string): Uint8Array {
  if (!BASE64.test(base64)) throw new HttpProblem('request-invalid', 'Expected the update as base64, but it is something else.');
  return new Uint8Array(Buffer.from(base64, 'base64'));
}

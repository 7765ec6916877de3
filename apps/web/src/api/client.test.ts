import { afterEach, expect, it, vi } from 'vitest';
import { type ApiProblem, isProblem } from './api-problem.ts';
import { api, callRoute, onSignedOut } from './client.ts';

/** The wire: what `fetch` was asked, and what it answers. */
function answering(answer: Response | Error) {
  const sent: { url: string; init: RequestInit }[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, init });
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return sent;
}
const json = (body: unknown, init: ResponseInit = {}) => new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' }, ...init });
const headersOf = (init: RequestInit | undefined) => new Headers(init?.headers);

afterEach(() => vi.unstubAllGlobals());

it('puts parameters into the path and leaves out what is undefined in the query', async () => {
  const sent = answering(json({ items: [], nextCursor: null }));

  await api.listInstances({ query: { processKey: 'a b', hasIncident: true, cursor: undefined } });

  expect(sent[0]?.url).toBe('/api/v1/instances?processKey=a+b&hasIncident=true');
});

it('encodes a parameter that holds a slash', async () => {
  const sent = answering(new Response(null, { status: 204 }));

  await api.deleteProcess({ params: { key: 'a/b' } });

  expect(sent[0]?.url).toBe('/api/v1/processes/a%2Fb');
});

it('gives every POST an idempotency key of its own, and takes the given one to send the same again', async () => {
  const sent = answering(json({ id: 'u1' }, { status: 201 }));
  const body = { token: 't', name: 'N', email: 'n@company.example', password: 'a sentence works' };

  await api.createFirstAdministrator({ body });
  vi.unstubAllGlobals();
  const again = answering(json({ id: 'u1' }, { status: 201 }));
  await api.createFirstAdministrator({ body, idempotencyKey: 'same' });

  expect(headersOf(sent[0]?.init).get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/);
  expect(headersOf(again[0]?.init).get('idempotency-key')).toBe('same');
});

it('sends If-Match and brings back the ETag', async () => {
  const sent = answering(json({ key: 'k', problems: [], changedAt: '2026-11-23T10:00:00.000Z', basedOn: null }, { headers: { etag: '"2"' } }));

  const { etag } = await callRoute('putDraft', { params: { key: 'k' }, body: { graph: {} }, ifMatch: '"1"' });

  expect(headersOf(sent[0]?.init).get('if-match')).toBe('"1"');
  expect(etag).toBe('"2"');
});

it('throws the server’s problem with its code and sentence', async () => {
  const problem = { type: 'x', title: 'x', status: 409, detail: 'Lee decided this.', code: 'task-already-completed', instance: 'r1' };
  answering(json(problem, { status: 409 }));

  const error = await api.getMe().catch((reason: unknown) => reason);

  expect(isProblem(error, 'task-already-completed')).toBe(true);
  expect((error as ApiProblem).detail).toBe('Lee decided this.');
});

it('makes a problem of a proxy’s page and of a lost connection', async () => {
  answering(new Response('<h1>Bad gateway</h1>', { status: 502 }));
  const badGateway = await api.getMe().catch((reason: unknown) => reason);
  answering(new TypeError('Failed to fetch'));
  const lost = await api.getMe().catch((reason: unknown) => reason);

  expect(isProblem(badGateway, 'unreachable')).toBe(true);
  expect(isProblem(lost, 'unreachable')).toBe(true);
});

it('refuses an answer that isn’t as the contract says', async () => {
  answering(json({ id: 7 }));

  await expect(api.getMe()).rejects.toThrow();
});

it('tells that the session has ended whatever was called, but not when it is asked who is there', async () => {
  const ended = vi.fn();
  onSignedOut(ended);
  answering(new Response('', { status: 401 }));
  await api.getMe().catch(() => undefined);
  expect(ended).not.toHaveBeenCalled();

  await api.putTaskDraft({ params: { id: '1' }, body: { variables: {} } }).catch(() => undefined);

  expect(ended).toHaveBeenCalledOnce();
});

import type { Graph } from '@baton/model';
import { process } from '@baton/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemIn } from './testing/api-client.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { sign } from './webhooks/signature.ts';

const payment = process('payment').start().message('paid', 'paid', { correlationKey: '=order' }).end().graph();
const ordering = process('ordering')
  .apart()
  .start('ordered', { trigger: { type: 'message', name: 'ordered' } })
  .userTask('pack')
  .end()
  .graph();
const alarm = process('alarm').start().signal('heard', 'alarm').end().graph();
const repair = process('repair')
  .start()
  .serviceTask('fix', { job: { type: 'fix' } })
  .boundary('broken', { type: 'error', code: 'BROKEN' })
  .userTask('replace')
  .from('fix')
  .end()
  .graph();
const check = process('check').start().userTask('look').end().graph();
const order = process('order').start().call('checking', 'check').end().graph();
const care = process('care')
  .start()
  .adHoc('steps', (inside) => inside.userTask('call').apart().userTask('visit'))
  .end()
  .graph();
const rounds = process('rounds')
  .start()
  .userTask('sign', { loop: { kind: 'parallel', cardinality: '3' } })
  .end()
  .graph();
const hot = process('hot')
  .apart()
  .start('when', { trigger: { type: 'conditional', condition: '=temperature > 30' } })
  .userTask('cool')
  .end()
  .graph();

/** The wire's ids have no arrows. */
const named = (graph: Graph): Graph => ({ ...graph, flows: graph.flows.map((flow, index) => ({ ...flow, id: `f${index}` })) });

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  for (const graph of [payment, ordering, alarm, repair, check, order, care, hot, rounds]) {
    const answer = await server.admin.post('/deployments', named(graph));
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  }
});
afterAll(() => server?.stop());

const begin = async (processKey: string, variables = {}) => (await server.admin.post('/instances', { processKey, variables })).body.id as string;
const instance = async (id: string) => (await server.admin.get(`/instances/${id}`)).body;
const events = async (id: string) => (await server.admin.get(`/instances/${id}/events?limit=200`)).body.items as { type: string }[];

describe('a message', () => {
  it('tells the instance it went to, and that one goes on', async () => {
    const id = await begin('payment', { order: 'A1' });

    const { status, body } = await server.admin.post('/messages', { name: 'paid', correlationKey: 'A1', variables: { amount: 7 } });

    expect(status).toBe(200);
    expect(body).toMatchObject({ outcome: 'correlated', instanceId: id, isRepeated: false });
    expect(await instance(id)).toMatchObject({ status: 'completed', parentId: null, rootId: id, children: [] });
    expect((await events(id)).map(({ type }) => type)).toEqual(expect.arrayContaining(['listening.begun', 'listening.ended']));
  });

  it('waits as long as it says, and counts once for its id', async () => {
    const first = await server.admin.post('/messages', { name: 'paid', correlationKey: 'B2', messageId: 'm-b2', ttlMs: 60_000 });
    const second = await server.admin.post('/messages', { name: 'paid', correlationKey: 'B2', messageId: 'm-b2', ttlMs: 60_000 });

    expect(first.body).toMatchObject({ outcome: 'waiting', isRepeated: false, expiresAt: expect.stringMatching(/Z$/) });
    expect(second.body).toMatchObject({ ...first.body, isRepeated: true });
    const id = await begin('payment', { order: 'B2' });
    await expect.poll(async () => (await instance(id)).status, { timeout: 10_000 }).toBe('completed');
  });

  it('starts a process that begins with it, once for an idempotency key', async () => {
    const send = () => server.admin.post('/messages', { name: 'ordered', correlationKey: 'k-1' }, { headers: { 'idempotency-key': 'order-1' } });

    const [first, second] = [await send(), await send()];

    expect(first.body).toMatchObject({ outcome: 'started' });
    expect(second.body).toEqual(first.body);
    expect((await server.admin.post('/messages', { name: 'ordered', correlationKey: 'k-1' })).body).toMatchObject({ outcome: 'waiting' });
  });

  it.each([
    ['no name', {}],
    ['an empty name', { name: '' }],
    ['a key that is no text', { name: 'paid', correlationKey: 7 }],
    ['an unknown field', { name: 'paid', key: 'A1' }],
    ['a time to live before now', { name: 'paid', ttlMs: -1 }],
    ['a time to live of a thousand years', { name: 'paid', ttlMs: 1e15 }],
    ['a time to live that is no number', { name: 'paid', ttlMs: 'PT1H' }],
    ['variables that are a list', { name: 'paid', variables: [] }],
    ['a message id that is too long', { name: 'paid', messageId: 'x'.repeat(256) }],
    ['a name that is too long', { name: 'x'.repeat(256) }],
  ])('with %s is refused', async (_what, body) => {
    expect(problemIn(await server.admin.post('/messages', body))).toMatchObject({ status: 400, code: 'request-invalid' });
  });

  it('with variables that are too large, or named as nothing may be, is refused', async () => {
    expect(problemIn(await server.admin.post('/messages', { name: 'paid', variables: { big: 'x'.repeat(2_000_000) } })).code).toBe('body-too-large');
    expect(problemIn(await server.admin.post('/messages', { name: 'paid', variables: { constructor: 1 } })).status).toBeGreaterThanOrEqual(400);
  });
});

describe('a signal', () => {
  it('is heard by all that wait for it', async () => {
    const ids = await Promise.all([begin('alarm'), begin('alarm')]);

    expect((await server.admin.post('/signals', { name: 'alarm' })).body).toEqual({ heard: 2, started: [] });

    for (const id of ids) expect((await instance(id)).status).toBe('completed');
    expect((await server.admin.post('/signals', { name: 'nobody listens' })).body).toEqual({ heard: 0, started: [] });
    expect(problemIn(await server.admin.post('/signals', {})).code).toBe('request-invalid');
    expect(problemIn(await server.admin.post('/signals', { name: 'alarm', correlationKey: 'x' })).code).toBe('request-invalid');
  });
});

describe('conditions', () => {
  it('start what they are true for', async () => {
    expect((await server.admin.post('/conditions', { variables: { temperature: 10 } })).body).toEqual({ started: [], failed: [] });
    expect((await server.admin.post('/conditions', { variables: { temperature: 35 } })).body.started).toMatchObject([{ processKey: 'hot' }]);
    expect((await server.admin.post('/conditions', { variables: { temperature: 35 }, processKey: 'other' })).body.started).toEqual([]);
    expect((await server.admin.post('/conditions', { variables: {} })).body.failed).toMatchObject([{ processKey: 'hot', elementId: 'when' }]);
    expect(problemIn(await server.admin.post('/conditions', {})).code).toBe('request-invalid');
  });
});

describe('a job', () => {
  const take = async () => (await server.admin.post('/jobs/activate', { type: 'fix', worker: 'w' })).body.jobs[0];

  it('may throw an error that the process catches', async () => {
    const id = await begin('repair');
    const job = await take();

    const answer = await server.admin.post(`/jobs/${job.id}/error`, { errorCode: 'BROKEN', message: 'It fell', variables: { part: 'axle' }, worker: 'w' });

    expect(answer.body).toEqual({ id: job.id });
    expect(await instance(id)).toMatchObject({ waitingAt: [{ elementId: 'replace' }] });
    expect(await events(id)).toEqual(expect.arrayContaining([expect.objectContaining({ type: 'error.thrown', code: 'BROKEN', caughtBy: 'broken' })]));
    expect(problemIn(await server.admin.post(`/jobs/${job.id}/error`, { errorCode: 'BROKEN', worker: 'w' })).code).toBe('lease-lost');
  });

  it('that nobody catches leaves an incident, or is refused when it is said wrongly', async () => {
    const id = await begin('repair');
    const job = await take();

    expect(problemIn(await server.admin.post(`/jobs/${job.id}/error`, { code: 'X' })).code).toBe('request-invalid');
    expect(problemIn(await server.admin.post(`/jobs/${job.id}/error`, { errorCode: 'X', worker: 'other' })).code).toBe('lease-lost');
    expect(problemIn(await server.admin.post('/jobs/nonsense/error', { errorCode: 'X' })).code).toBe('not-found');
    expect((await server.admin.post(`/jobs/${job.id}/escalate`, { escalationCode: 'HELP', worker: 'w' })).status).toBe(200);
    expect((await server.admin.post(`/jobs/${job.id}/error`, { errorCode: 'X', worker: 'w' })).status).toBe(200);

    expect(await instance(id)).toMatchObject({ hasIncident: true });
  });
});

describe('a called process', () => {
  it('is shown with its caller, and the caller with it', async () => {
    const id = await begin('order');
    await expect.poll(async () => (await instance(id)).children.length, { timeout: 10_000 }).toBe(1);

    const [child] = (await instance(id)).children;

    expect(child).toMatchObject({ processKey: 'check', status: 'active', elementId: 'checking' });
    expect(await instance(child.id)).toMatchObject({ parentId: id, rootId: id });
    expect((await server.admin.get(`/instances?parentId=${id}`)).body.items).toMatchObject([{ id: child.id }]);
    expect((await server.admin.get('/instances?parentId=nonsense')).body.items).toEqual([]);
    const { view } = (await server.admin.get(`/instances/${id}/view`)).body;
    expect(Object.values(view.active)).toEqual(expect.arrayContaining([expect.objectContaining({ waitingFor: { kind: 'call', processKey: 'check' } })]));

    await server.admin.post(`/instances/${id}/cancel`);
    await expect.poll(async () => (await instance(child.id)).status, { timeout: 10_000 }).toBe('cancelled');
  });
});

describe('a step that is done several times', () => {
  it('shows the round of each', async () => {
    const id = await begin('rounds');

    const { items } = (await server.admin.get(`/instances/${id}/elements`)).body;

    expect(items.flatMap(({ iteration }: { iteration?: number }) => (iteration === undefined ? [] : [iteration]))).toEqual([1, 2, 3]);
    expect((await events(id)).filter(({ type }) => type === 'loop.roundBegun')).toHaveLength(3);
  });
});

describe('an ad-hoc sub-process', () => {
  it('begins the step that somebody chooses', async () => {
    const id = await begin('care');

    const answer = await server.admin.post(`/instances/${id}/activate`, { elementId: 'visit' });

    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect((await server.admin.get(`/tasks?view=all&instanceId=${id}`)).body.items.some((task: { elementId: string }) => task.elementId === 'visit')).toBe(
      true,
    );
    expect(problemIn(await server.admin.post(`/instances/${id}/activate`, { elementId: 'nowhere' })).code).toBe('not-found');
    expect(problemIn(await server.admin.post(`/instances/${id}/activate`, { elementId: 'visit', scope: 'e1' })).code).toBe('not-found');
    expect(problemIn(await server.admin.post(`/instances/${id}/activate`, {})).code).toBe('request-invalid');
    expect(problemIn(await server.admin.post('/instances/nonsense/activate', { elementId: 'visit' })).code).toBe('not-found');
  });
});

describe('a webhook', () => {
  const make = async (name: string, more = {}) =>
    (
      await server.admin.post('/webhooks', {
        name,
        messageName: 'paid',
        correlationKey: '=body.order',
        variables: { amount: '=body.amount', event: '=get value(headers, "x-event")', source: 'shop' },
        ...more,
      })
    ).body;
  const send = (id: string, secret: string, body: object, { at = Date.now(), headers = {} }: { at?: number; headers?: Record<string, string> } = {}) => {
    const raw = JSON.stringify(body);
    return server.nobody.call('POST', `/webhooks/${id}`, undefined, {
      raw,
      headers: { 'content-type': 'application/json', 'x-event': 'payment', 'x-baton-signature': sign(secret, Buffer.from(raw), at), ...headers },
    });
  };

  it('turns a signed request into a message', async () => {
    const { id, secret } = await make('shop');
    const instanceId = await begin('payment', { order: 'W1' });

    const answer = await send(id, secret, { order: 'W1', amount: 12.5 });

    expect(answer.body).toMatchObject({ outcome: 'correlated', instanceId });
    expect((await server.admin.get(`/instances/${instanceId}/variables`)).body).toMatchObject({ amount: 12.5, event: 'payment', source: 'shop' });
  });

  it('tells its secret once, and lists itself without it', async () => {
    const made = await make('quiet', { secret: 'a secret of twenty-four characters' });

    expect(made.secret).toBe('a secret of twenty-four characters');
    const { body } = await server.admin.get('/webhooks');
    expect(body.items.find(({ name }: { name: string }) => name === 'quiet')).not.toHaveProperty('secret');
    const { rows } = await server.store.pool.query<{ secret: string }>(`SELECT secret FROM webhook WHERE name = 'quiet'`);
    expect(rows[0]?.secret).not.toContain('secret of');
  });

  it('refuses what is not signed, signed by another, changed, or old, as if it were not there', async () => {
    const { id, secret } = await make('strict');
    const hour = 3_600_000;
    const refused = [
      await send(id, 'another secret', { order: 'X' }),
      await send(id, secret, { order: 'X' }, { at: Date.now() - hour }),
      await send(id, secret, { order: 'X' }, { at: Date.now() + hour }),
      await send(id, secret, { order: 'X' }, { headers: { 'x-baton-signature': 't=1,v1=abc' } }),
      await server.nobody.post(`/webhooks/${id}`, { order: 'X' }),
      await send('00000000-0000-7000-8000-000000000000', secret, { order: 'X' }),
    ];

    for (const answer of refused) expect(problemIn(answer).code).toBe('not-found');
    expect(new Set(refused.map((answer) => problemIn(answer).detail)).size).toBe(1);
  });

  it('counts the very same request once', async () => {
    const { id, secret } = await make('once');
    const at = Date.now();
    const first = await send(id, secret, { order: 'W-once', amount: 1 }, { at });
    const second = await send(id, secret, { order: 'W-once', amount: 1 }, { at });

    expect(first.body).toMatchObject({ outcome: 'waiting', isRepeated: false });
    expect(second.body).toMatchObject({ id: first.body.id, isRepeated: true });
  });

  it('says what it can not read from a request', async () => {
    const { id, secret } = await make('picky');

    expect(problemIn(await send(id, secret, { amount: 1 })).detail).toContain('correlationKey');
    expect(problemIn(await send(id, secret, { order: { no: 'text' } })).code).toBe('request-invalid');
    expect(problemIn(await send(id, secret, { order: 'X', amount: 'x'.repeat(2_000_000) })).code).toBe('body-too-large');
  });

  it('is an administrator’s, made whole or not at all', async () => {
    const operator = await server.person('Olga Operates', ['operator']);
    expect(problemIn(await operator.post('/webhooks', { name: 'mine', messageName: 'paid' })).code).toBe('not-allowed');
    expect((await operator.post('/messages', { name: 'unheard', ttlMs: 0 })).body).toMatchObject({ outcome: 'discarded' });

    expect(problemIn(await server.admin.post('/webhooks', { name: 'x' })).code).toBe('request-invalid');
    expect(problemIn(await server.admin.post('/webhooks', { name: 'x', messageName: 'paid', correlationKey: '=1 +' })).detail).toContain('correlationKey');
    expect(problemIn(await server.admin.post('/webhooks', { name: 'x', messageName: 'paid', secret: 'short' })).code).toBe('request-invalid');
    const { id } = await make('short-lived');
    expect(problemIn(await server.admin.post('/webhooks', { name: 'short-lived', messageName: 'paid' })).code).toBe('already-exists');
    expect((await server.admin.delete(`/webhooks/${id}`)).status).toBe(204);
    expect(problemIn(await server.admin.delete(`/webhooks/${id}`)).code).toBe('not-found');
    expect(problemIn(await server.admin.delete('/webhooks/nonsense')).code).toBe('not-found');
  });
});

describe('a process', () => {
  it('that begins with a timer nobody can read is refused with the element', async () => {
    const graph: Graph = process('wrong')
      .apart()
      .start('someday', { trigger: { type: 'timer', date: '=someday' } })
      .userTask('x')
      .end()
      .graph();

    expect(problemIn(await server.admin.post('/deployments', named(graph)))).toMatchObject({ code: 'graph-invalid', problems: [{ elementId: 'someday' }] });
  });
});

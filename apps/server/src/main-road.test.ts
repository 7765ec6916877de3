import type { LiveEvent, Page } from '@baton/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemIn } from './testing/api-client.ts';
import { invoice } from './testing/invoice.ts';
import { startTestServer, type TestPerson, type TestServer } from './testing/test-server.ts';

const plain = (key = 'plain', middle: object = { id: 'c', type: 'userTask', assignee: '=initiator' }) => ({
  format: 'baton.graph',
  formatVersion: 1,
  key,
  name: key,
  elements: [{ id: 's', type: 'startEvent' }, middle, { id: 'e', type: 'endEvent' }],
  flows: [
    { id: 'f1', from: 's', to: 'c' },
    { id: 'f2', from: 'c', to: 'e' },
  ],
});

describe('the main road', () => {
  let server: TestServer;
  let anna: TestPerson;
  let ben: TestPerson;
  let dora: TestPerson;

  beforeAll(async () => {
    server = await startTestServer();
    await server.admin.post('/groups', { name: 'finance' });
    dora = await server.person('Dora Designer', ['designer']);
    anna = await server.person('Anna Accountant', ['member'], ['finance']);
    ben = await server.person('Ben Bookkeeper', ['member'], ['finance']);
    expect((await server.admin.post('/deployments', invoice())).status).toBe(201);
  });
  afterAll(() => server?.stop());

  const start = async (variables: Record<string, unknown> = { amount: 1200, supplier: 'ACME' }) => {
    const { status, body } = await dora.post('/instances', { processKey: 'invoice', businessKey: 'R-17', variables });
    expect(status, JSON.stringify(body)).toBe(201);
    return body as { id: string };
  };
  const taskOf = async (instanceId: string) => {
    const { body } = await anna.get(`/tasks?view=candidate&instanceId=${instanceId}`);
    return body.items[0] as { id: string };
  };

  it('publishes the same meaning as the same version', async () => {
    const again = await server.admin.post('/deployments', invoice('invoice', { layout: { start: { x: 1, y: 2, width: 36, height: 36 } } }));

    expect(again.body.processes).toMatchObject([{ key: 'invoice', version: 1, changed: false }]);
  });

  it('goes from start over a decision and a job to the end', async () => {
    const { id } = await start();
    const task = await taskOf(id);

    const detail = await anna.get(`/tasks/${task.id}`);
    expect(detail.body).toMatchObject({
      name: 'Approve invoice',
      businessKey: 'R-17',
      candidateGroups: ['finance'],
      may: { claim: true, complete: true, assign: false },
      requester: { name: 'Dora Designer' },
      steps: [{ elementId: 'approve', state: 'current' }],
    });
    expect(detail.body.keyFacts).toMatchObject([
      { name: 'amount', value: 1200, currency: 'EUR' },
      { name: 'supplier', value: 'ACME' },
    ]);

    const claimed = await anna.post(`/tasks/${task.id}/claim`);
    expect(claimed.body).toMatchObject({ status: 'claimed', assignee: { userId: anna.id } });
    const completed = await anna.post(`/tasks/${task.id}/complete`, { outcome: 'approve', variables: { note: 'fine' } });
    expect(completed.status, JSON.stringify(completed.body)).toBe(200);
    expect(completed.body).toMatchObject({ status: 'completed', outcome: 'approve', completedBy: { userId: anna.id, name: 'Anna Accountant' } });

    const { body: activated } = await server.admin.post('/jobs/activate', { type: 'pay-invoice', worker: 'w1' });
    expect(activated.jobs).toMatchObject([
      { type: 'pay-invoice', attempt: 1, headers: { bank: 'main' }, instanceId: id, elementId: 'pay', processKey: 'invoice' },
    ]);
    expect(activated.jobs[0].variables).toMatchObject({ amount: 1200, outcome: 'approve', note: 'fine' });
    expect((await server.admin.post(`/jobs/${activated.jobs[0].id}/complete`, { variables: { paid: true } })).status).toBe(200);

    const ended = await dora.get(`/instances/${id}`);
    expect(ended.body).toMatchObject({ status: 'completed', hasIncident: false, waitingAt: [] });
    expect((await dora.get(`/instances/${id}/variables`)).body).toMatchObject({ paid: true, outcome: 'approve' });
    const elements = (await dora.get(`/instances/${id}/elements`)).body.items.map((element: { elementId: string }) => element.elementId);
    expect(elements).toEqual(expect.arrayContaining(['start', 'approve', 'decide', 'pay', 'paid']));
    const events = (await dora.get(`/instances/${id}/events?limit=200`)).body.items;
    expect(events.at(-1).type).toBe('instance.completed');
    expect((await dora.get(`/instances/${id}/view`)).body.view).toMatchObject({ status: 'completed', flows: { f1: 1, f2: 1, f3: 1, f5: 1 } });
  });

  it('lets exactly one completion win and tells the other who was first', async () => {
    const { id } = await start();
    const task = await taskOf(id);
    const decide = (who: TestPerson) => who.post(`/tasks/${task.id}/complete`, { outcome: 'approve', variables: { note: 'mine' } });

    const answers = await Promise.all([decide(anna), decide(ben)]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = answers[0]?.status === 200 ? anna : ben;
    const loser = problemIn(answers.find(({ status }) => status === 409)!);
    expect(loser.code).toBe('task-already-completed');
    expect(loser.current).toMatchObject({ completedBy: { userId: winner.id }, outcome: 'approve' });
  });

  it('takes calls whose fields are all optional without a body', async () => {
    const bare = (path: string) => server.admin.call('POST', path);
    const [cancelled, completed] = [await start(), await start()];
    await server.admin.post('/deployments', plain());
    const { id } = (await server.admin.post('/instances', { processKey: 'plain' })).body;

    expect(await bare(`/instances/${cancelled.id}/cancel`)).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    expect((await bare(`/tasks/${(await taskOf(completed.id)).id}/claim`)).status).toBe(200);
    expect((await bare(`/tasks/${(await server.admin.get(`/tasks?view=all&instanceId=${id}`)).body.items[0].id}/complete`)).status).toBe(200);
    expect((await bare('/processes/plain/publish')).status).toBe(201);
  });

  it('pages the log by cursor as any list', async () => {
    const { id } = await start();
    const all = (await dora.get(`/instances/${id}/events?limit=200`)).body.items;
    const paged: LiveEvent[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { items, nextCursor }: Page<LiveEvent> = (await dora.get(`/instances/${id}/events?limit=2${cursor && `&cursor=${cursor}`}`)).body;
      paged.push(...items);
      cursor = nextCursor;
    }

    expect(paged).toEqual(all);
    expect((await dora.get(`/instances/${id}/events?cursor=nonsense`)).status).toBe(400);
  });

  it('makes an incident of a result that no database can keep', async () => {
    const script = { id: 'c', type: 'scriptTask', scriptFormat: 'feel', script: '"a\\u0000"', resultVariable: 'b' };
    await server.admin.post('/deployments', plain('unkept', script));

    const { status, body } = await server.admin.post('/instances', { processKey: 'unkept' });

    expect(status).toBe(201);
    expect((await server.admin.get(`/incidents?instanceId=${body.id}`)).body.items).toMatchObject([{ message: expect.stringContaining('U+0000') }]);
  });

  it('answers when the instance has ended, if asked to wait', async () => {
    await server.admin.post('/deployments', {
      ...invoice('quick'),
      elements: [
        { id: 'start', type: 'startEvent' },
        { id: 'sum', type: 'scriptTask', name: 'Sum', script: '=amount * 2', resultVariable: 'double' },
        { id: 'end', type: 'endEvent' },
      ],
      flows: [
        { id: 'f1', from: 'start', to: 'sum' },
        { id: 'f2', from: 'sum', to: 'end' },
      ],
    });

    const ended = await dora.post('/instances?wait=completed&timeoutMs=5000', { processKey: 'quick', variables: { amount: 21 } });

    expect(ended.status).toBe(201);
    expect(ended.body).toMatchObject({ status: 'completed', variables: { amount: 21, double: 42 } });
  });

  it('answers with where it stands when the wait was too short', async () => {
    const waited = await dora.post('/instances?wait=completed&timeoutMs=50', { processKey: 'invoice', variables: { amount: 1 } });

    expect(waited.status).toBe(201);
    expect(waited.body).toMatchObject({ status: 'active', waitingAt: [{ elementId: 'approve' }] });
  });
});

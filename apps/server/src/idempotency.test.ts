import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemIn } from './testing/api-client.ts';
import { invoice } from './testing/invoice.ts';
import { startTestServer, type TestPerson, type TestServer } from './testing/test-server.ts';

describe('a request with an Idempotency-Key', () => {
  let server: TestServer;
  let anna: TestPerson;

  beforeAll(async () => {
    server = await startTestServer();
    await server.admin.post('/groups', { name: 'finance' });
    anna = await server.person('Anna Accountant', ['member', 'operator'], ['finance']);
    await server.admin.post('/deployments', invoice());
  });
  afterAll(() => server?.stop());

  const withKey = (key: string) => ({ headers: { 'idempotency-key': key } });
  const instances = async (businessKey: string) => (await server.admin.get(`/instances?businessKey=${businessKey}`)).body.items;
  const openTask = async () => {
    const started = await server.admin.post('/instances', { processKey: 'invoice', variables: { amount: 5 } });
    return (await anna.get(`/tasks?view=candidate&instanceId=${started.body.id}`)).body.items[0] as { id: string; instanceId: string };
  };

  it('starts one instance, however often and however fast it is repeated', async () => {
    const start = () => server.admin.post('/instances', { processKey: 'invoice', businessKey: 'once' }, withKey('start-1'));

    const answers = [...(await Promise.all([start(), start(), start(), start()])), await start()];

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await instances('once')).toHaveLength(1);
  });

  it('is refused with another body, and does nothing', async () => {
    await server.admin.post('/instances', { processKey: 'invoice', businessKey: 'first' }, withKey('start-2'));

    const other = await server.admin.post('/instances', { processKey: 'invoice', businessKey: 'second' }, withKey('start-2'));

    expect(problemIn(other)).toMatchObject({ status: 409, code: 'idempotency-key-reused' });
    expect(await instances('second')).toEqual([]);
  });

  it('belongs to whoever sends it, and to one call', async () => {
    const key = withKey('shared');

    const [mine, theirs] = [
      await server.admin.post('/instances', { processKey: 'invoice', businessKey: 'a' }, key),
      await anna.post('/instances', { processKey: 'invoice', businessKey: 'b' }, key),
    ];
    const other = await server.admin.post('/processes', { name: 'Something else' }, key);

    expect([mine.status, theirs.status, other.status]).toEqual([201, 201, 201]);
    expect(mine.body.id).not.toBe(theirs.body.id);
  });

  it('answers a completed task again as it was completed', async () => {
    const { id } = await openTask();
    const complete = () => anna.post(`/tasks/${id}/complete`, { outcome: 'approve', variables: { note: 'x' } }, withKey('complete-1'));

    const [first, second] = [await complete(), await complete()];

    expect(first.status).toBe(200);
    expect(second).toMatchObject({ status: 200, body: first.body });
    expect(
      problemIn(await anna.post(`/tasks/${id}/complete`, { outcome: 'reject', comment: 'no', variables: { note: 'x' } }, withKey('complete-1'))).code,
    ).toBe('idempotency-key-reused');
  });

  it('may be used again after a refusal', async () => {
    const { id } = await openTask();

    expect((await anna.post(`/tasks/${id}/complete`, { outcome: 'wrong', variables: { note: 'x' } }, withKey('complete-2'))).status).toBe(422);
    expect((await anna.post(`/tasks/${id}/complete`, { outcome: 'approve', variables: { note: 'x' } }, withKey('complete-2'))).status).toBe(200);
  });

  it('creates one process, group and version', async () => {
    for (const [path, body] of [
      ['/processes', { name: 'Once only' }],
      ['/groups', { name: 'once-only' }],
      ['/deployments', invoice('once-only-deployed')],
    ] as const) {
      const create = () => server.admin.post(path, body, withKey(`create${path}`));
      const [first, second] = await Promise.all([create(), create()]);
      const third = await create();

      expect([first?.status, second?.status]).toEqual([201, 201]);
      expect(third.status, JSON.stringify(third.body)).toBe(201);
      expect([first?.body, second?.body]).toContainEqual(third.body);
    }
    expect((await server.admin.get('/processes?search=Once only')).body.items).toHaveLength(1);
  });

  it('completes a job once, and says so again', async () => {
    const task = await openTask();
    await anna.post(`/tasks/${task.id}/complete`, { outcome: 'approve', variables: { note: 'x' } });
    const jobs = (await server.admin.post('/jobs/activate', { type: 'pay-invoice', worker: 'w', maxJobs: 100 })).body.jobs;
    const job = jobs.find(({ instanceId }: { instanceId: string }) => instanceId === task.instanceId);
    const complete = () => server.admin.post(`/jobs/${job.id}/complete`, { variables: { paid: true } }, withKey('job-1'));

    expect([(await complete()).status, (await complete()).status]).toEqual([200, 200]);
  });

  it('gives the same answer when the world has gone on meanwhile', async () => {
    const task = await openTask();
    await anna.post(`/tasks/${task.id}/complete`, { outcome: 'approve', variables: { note: 'x' } });
    const activate = async () => (await server.admin.post('/jobs/activate', { type: 'pay-invoice', worker: 'w', maxJobs: 100 })).body.jobs;
    const { id } = (await activate()).find(({ instanceId }: { instanceId: string }) => instanceId === task.instanceId);
    const fail = () => server.admin.post(`/jobs/${id}/fail`, { message: 'no' }, withKey('fail-1'));
    const first = await fail();
    await activate();
    await server.admin.post(`/jobs/${id}/complete`, { variables: { paid: true } });

    expect(await fail()).toMatchObject({ status: 200, body: first.body });
  });

  it('gives the same answer to whoever may not see the task any more', async () => {
    const ben = await server.person('Ben Borrower', ['member']);
    const { id } = await openTask();
    await server.admin.post(`/tasks/${id}/assign`, { assignee: ben.id });
    const unclaim = () => ben.post(`/tasks/${id}/unclaim`, {}, withKey('unclaim-1'));

    const [first, second] = [await unclaim(), await unclaim()];

    expect(first.status).toBe(200);
    expect(second).toMatchObject({ status: 200, body: first.body });
  });

  it('of another request is refused even if that one would be refused anyway', async () => {
    const { id } = await openTask();
    await server.admin.post(`/tasks/${id}/assign`, { assignee: null }, withKey('assign-1'));

    const other = await server.admin.post(`/tasks/${id}/assign`, { assignee: 'nobody at all' }, withKey('assign-1'));

    expect(problemIn(other).code).toBe('idempotency-key-reused');
  });

  it('gives the same text', async () => {
    const text = async (path: string, body: unknown, key: string) => {
      const headers = { ...server.admin.credentials, 'content-type': 'application/json', 'idempotency-key': key };
      return (await fetch(`${server.url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).text();
    };
    for (const [path, body] of [
      ['/instances', { processKey: 'invoice', variables: { amount: 5 } }],
      ['/processes', { name: 'Same text' }],
    ] as const)
      expect(await text(path, body, `text${path}`)).toBe(await text(path, body, `text${path}`));
  });

  it('must be something that fits into a header', async () => {
    expect(problemIn(await server.admin.post('/instances', { processKey: 'invoice' }, withKey('x'.repeat(256)))).code).toBe('request-invalid');
  });
});

import { gzipSync } from 'node:zlib';
import type { ErrorCode } from '@baton/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, problemIn } from './testing/api-client.ts';
import { invoice } from './testing/invoice.ts';
import { startTestServer, type TestPerson, type TestServer } from './testing/test-server.ts';

describe('bad input', () => {
  let server: TestServer;
  let anna: TestPerson;

  beforeAll(async () => {
    server = await startTestServer();
    await server.admin.post('/groups', { name: 'finance' });
    anna = await server.person('Anna Accountant', ['member'], ['finance']);
    await server.admin.post('/deployments', invoice());
  });
  afterAll(() => server?.stop());

  const refused = (answer: Answer, status: number, code: ErrorCode) => {
    const problem = problemIn(answer);
    expect({ status: answer.status, code: problem.code, detail: problem.detail }).toMatchObject({ status, code });
    expect(problem.detail).toMatch(/^Expected /);
    expect(problem.instance).toBe(answer.headers.get('x-request-id'));
    return problem;
  };
  const counts = async () => {
    const [instances, processes] = await Promise.all([server.admin.get('/instances?limit=200'), server.admin.get('/processes?limit=200')]);
    return [instances.body.items.length, processes.body.items.length];
  };
  const openTask = async () => {
    const started = await server.admin.post('/instances', { processKey: 'invoice', variables: { amount: 5 } });
    return (await server.admin.get(`/tasks?view=all&instanceId=${started.body.id}`)).body.items[0] as { id: string; instanceId: string };
  };
  const element = (id: string) => invoice().elements.find((each) => each.id === id)!;
  const graphWith = (change: (graph: ReturnType<typeof invoice>) => void) => {
    const graph = structuredClone(invoice('broken'));
    change(graph);
    return graph;
  };

  describe('of the wire', () => {
    it.each([
      ['broken JSON', '{"processKey":"invoice",}', 'json-invalid'],
      ['a key that is there twice', '{"processKey":"a","processKey":"invoice"}', 'json-invalid'],
      ['a prototype key', '{"processKey":"invoice","variables":{"__proto__":{"a":1}}}', 'json-invalid'],
      ['U+0000', '{"processKey":"invoice","businessKey":"a\\u0000"}', 'json-invalid'],
      ['endless nesting', `{"processKey":"invoice","variables":{"a":${'['.repeat(5000)}${']'.repeat(5000)}}}`, 'json-invalid'],
    ] as const)('refuses %s and writes nothing', async (_what, raw, code) => {
      const before = await counts();

      refused(await server.admin.post('/instances', undefined, { raw }), 400, code);

      expect(await counts()).toEqual(before);
    });

    it('says where broken JSON breaks', async () => {
      const problem = refused(await server.admin.post('/instances', undefined, { raw: '{"a":1,}' }), 400, 'json-invalid');

      expect(problem.detail).toContain('position 7');
    });

    it('refuses fields nobody asked for, by their path', async () => {
      const problem = refused(await server.admin.post('/instances', { processKey: 'invoice', isAdmin: true }), 400, 'request-invalid');

      expect(JSON.stringify(problem.expected)).toContain('isAdmin');
    });

    it('refuses another content type', async () => {
      refused(await server.admin.post('/instances', { processKey: 'invoice' }, { headers: { 'content-type': 'text/plain' } }), 415, 'media-type-unsupported');
    });

    it('refuses bodies that are too large, compressed ones too', async () => {
      const large = JSON.stringify({ processKey: 'invoice', variables: { text: 'x'.repeat(1_100_000) } });

      refused(await server.admin.post('/instances', undefined, { raw: large }), 413, 'body-too-large');
      const compressed = new Uint8Array(gzipSync(large));
      refused(await server.admin.post('/instances', undefined, { raw: compressed, headers: { 'content-encoding': 'gzip' } }), 413, 'body-too-large');
    });

    it('refuses what is damaged in transport', async () => {
      refused(await server.admin.post('/instances', undefined, { raw: 'no gzip', headers: { 'content-encoding': 'gzip' } }), 400, 'request-invalid');
    });

    it('has no other paths and methods', async () => {
      refused(await server.admin.get('/nothing'), 404, 'not-found');
      refused(await server.admin.get('/api/v2/processes'), 404, 'not-found');
      refused(await server.admin.get('/PROCESSES'), 404, 'not-found');
      refused(await server.admin.get('/processes/'), 404, 'not-found');
      const wrong = await server.admin.delete('/instances');
      refused(wrong, 405, 'method-not-allowed');
      expect(wrong.headers.get('allow')).toBe('POST, GET');
    });

    it.each([
      '/instances?limit=0',
      '/instances?limit=201',
      '/instances?limit=x',
      '/instances?unknown=1',
      '/instances?limit=1&limit=2',
      '/instances?status=odd',
    ])('refuses the query %s', async (path) => {
      refused(await server.admin.get(path), 400, 'request-invalid');
    });

    it('refuses a cursor it never gave out', async () => {
      refused(await server.admin.get('/instances?cursor=abc'), 400, 'cursor-invalid');
      refused(await server.admin.get('/tasks?view=all&cursor=%22'), 400, 'cursor-invalid');
    });

    it.each([
      '/instances/%00',
      '/instances/..%2f..%2fetc',
      '/tasks/x',
      '/instances/not-a-uuid',
      '/processes/none',
      '/processes/invoice/versions/99',
      '/processes/invoice/versions/x',
    ])('finds nothing at %s', async (path) => {
      const answer = await server.admin.get(path);

      expect([400, 404]).toContain(problemIn(answer).status);
    });

    it.each([
      ['/tasks?view=all', ['infinity', 1, 'no uuid', 'e1']],
      ['/tasks?view=all', ['infinity', 99_999_999_999, '00000000-0000-0000-0000-000000000000', 'e1']],
      ['/tasks?view=all&status=completed', ['Tue Mar 01 2022 (x)', '00000000-0000-0000-0000-000000000000', 'e1']],
      ['/incidents?', ['2020-01-01T00:00:00.000Z', 'no uuid', 'i1']],
      ['/incidents?', ['+275760-09-13T00:00:00.000Z', '00000000-0000-0000-0000-000000000000', 'i1']],
      ['/processes?', ['2020-01-01T00:00:00.000Z', 'a\u0000']],
      ['/users?', ['\u0000', 'x']],
      ['/groups?', ['\ud800']],
    ])('refuses a cursor of %s that somebody made up: %j', async (path, parts) => {
      const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url');

      refused(await server.admin.get(`${path}&cursor=${cursor}`), 400, 'cursor-invalid');
    });

    it('takes times before there was a Baton, and refuses numbers no database has', async () => {
      expect((await server.admin.get('/instances?startedAfter=0000-01-01T00:00:00Z&startedBefore=0000-01-02T00:00:00Z')).body.items).toEqual([]);
      refused(await server.admin.post('/instances', { processKey: 'invoice', version: 2_147_483_648 }), 400, 'request-invalid');
      const { instanceId } = await openTask();
      refused(await server.admin.post(`/jobs/${instanceId}_e5/extend`, { timeoutMs: 1000, attempt: 2_147_483_648 }), 400, 'request-invalid');
    });

    it('answers only with JSON', async () => {
      refused(await server.admin.get('/processes', { headers: { accept: 'application/xml' } }), 406, 'not-acceptable');
    });
  });

  describe('of graphs', () => {
    const findings = async (graph: unknown) => {
      const problem = refused(await server.admin.post('/deployments', graph), 422, 'graph-invalid');
      return problem.problems!.map(({ code, elementId }) => `${code}@${elementId ?? ''}`);
    };

    it.each([
      ['something else than a graph', [1, 2], 'not-a-graph@'],
      ['an unknown element type', graphWith((graph) => graph.elements.push({ id: 'magic', type: 'magicTask', name: 'Magic' })), 'unknown-element-type@magic'],
      ['a flow that leads nowhere', graphWith((graph) => graph.flows.push({ id: 'f9', from: 'pay', to: 'nowhere' })), 'flow-dangling@f9'],
      ['a flow into a start', graphWith((graph) => graph.flows.push({ id: 'f9', from: 'pay', to: 'start' })), 'incoming-not-allowed@f9'],
      ['a flow out of an end', graphWith((graph) => graph.flows.push({ id: 'f9', from: 'paid', to: 'pay' })), 'outgoing-not-allowed@f9'],
      ['the same id twice', graphWith((graph) => graph.elements.push(element('pay'))), 'duplicate-id@pay'],
      ['a condition that is no FEEL', graphWith((graph) => Object.assign(graph.flows[2]!, { condition: 'outcome = ' })), 'expression-invalid@f3'],
      ['a job without a type', graphWith((graph) => Object.assign(graph.elements[3]!, { job: undefined })), 'job-type-missing@pay'],
    ])('refuses %s', async (_what, graph, finding) => {
      const before = await counts();

      expect(await findings(graph)).toContain(finding);

      expect(await counts()).toEqual(before);
    });

    it('names what was expected of each', async () => {
      const problem = refused(
        await server.admin.post(
          '/deployments',
          graphWith((graph) => graph.flows.push({ id: 'f9', from: 'pay', to: 'nowhere' })),
        ),
        422,
        'graph-invalid',
      );

      expect(problem.problems!.every(({ message }) => message.startsWith('Expected '))).toBe(true);
    });
  });

  describe('of instances', () => {
    it('refuses an unknown process, and one that was never published', async () => {
      refused(await server.admin.post('/instances', { processKey: 'nothing' }), 404, 'not-found');
      await server.admin.post('/processes', { name: 'Only a draft' });
      refused(await server.admin.post('/instances', { processKey: 'only-a-draft' }), 422, 'process-not-startable');
      refused(await server.admin.post('/instances', { processKey: 'invoice', version: 7 }), 404, 'not-found');
    });

    it('refuses variables of a wrong type, with their path', async () => {
      const before = await counts();

      const problem = refused(await server.admin.post('/instances', { processKey: 'invoice', variables: { amount: 'much' } }), 422, 'variables-invalid');

      expect(problem.problems).toMatchObject([{ path: 'amount', code: 'value-type' }]);
      expect(await counts()).toEqual(before);
    });

    it.each(['constructor', 'prototype', 'a-b', '1a', ''])('refuses a variable named %j', async (name) => {
      refused(await server.admin.post('/instances', { processKey: 'invoice', variables: { [name]: 1 } }), 422, 'variables-invalid');
    });

    it('refuses to change what has ended', async () => {
      const { instanceId } = await openTask();
      expect((await server.admin.post(`/instances/${instanceId}/cancel`, { reason: 'test' })).body.status).toBe('cancelled');

      refused(await server.admin.post(`/instances/${instanceId}/cancel`), 409, 'instance-not-active');
      refused(await server.admin.patch(`/instances/${instanceId}/variables`, { amount: 1 }), 409, 'instance-not-active');
    });

    it('refuses a wrong type, and a scope that is not there, when variables are changed', async () => {
      const { instanceId } = await openTask();

      refused(await server.admin.patch(`/instances/${instanceId}/variables`, { amount: 'x' }), 422, 'variables-invalid');
      refused(await server.admin.patch(`/instances/${instanceId}/variables?scope=e999`, { amount: 1 }), 404, 'not-found');
      expect((await server.admin.get(`/instances/${instanceId}/variables`)).body).toMatchObject({ amount: 5 });
    });
  });

  describe('of tasks', () => {
    const complete = (id: string, body: unknown) => anna.post(`/tasks/${id}/complete`, body);
    const stillOpen = async (id: string) => expect((await anna.get(`/tasks/${id}`)).body.status).toBe('open');

    it('refuses an outcome it does not have, and names those it has', async () => {
      const { id } = await openTask();

      const problem = refused(await complete(id, { outcome: 'maybe', variables: { note: 'x' } }), 422, 'outcome-not-allowed');

      expect(problem.expected).toEqual(['approve', 'reject']);
      await stillOpen(id);
    });

    it('wants an outcome, and a comment where the outcome says so', async () => {
      const { id } = await openTask();

      refused(await complete(id, { variables: { note: 'x' } }), 422, 'outcome-required');
      refused(await complete(id, { outcome: 'reject', variables: { note: 'x' } }), 422, 'comment-required');
      await stillOpen(id);
    });

    it.each([
      ['a required field that is empty', { note: ' ' }, 'value-missing', 'note'],
      ['a required field that is missing', {}, 'value-missing', 'note'],
      ['a wrong type', { note: 5 }, 'value-type', 'note'],
      ['a field the form has not', { note: 'x', amount: 1_000_000 }, 'field-unknown', 'amount'],
    ])('refuses %s', async (_what, variables, code, path) => {
      const { id, instanceId } = await openTask();

      const problem = refused(await complete(id, { outcome: 'approve', variables }), 422, 'form-invalid');

      expect(problem.problems).toMatchObject([{ code, path }]);
      await stillOpen(id);
      expect((await server.admin.get(`/instances/${instanceId}/variables`)).body).toEqual({ amount: 5, initiator: 'tests' });
    });

    it('lets a program send other variables beside the fields of the form, which are checked as ever', async () => {
      const { id, instanceId } = await openTask();
      const completeIt = (variables: object) => server.admin.post(`/tasks/${id}/complete`, { outcome: 'approve', variables });

      refused(await completeIt({ amount: 7 }), 422, 'form-invalid');
      await stillOpen(id);
      expect((await completeIt({ note: 'x', amount: 7 })).status).toBe(200);
      expect((await server.admin.get(`/instances/${instanceId}/variables`)).body).toMatchObject({ amount: 7, note: 'x' });
    });

    it('refuses a second completion and tells who and when', async () => {
      const { id } = await openTask();
      await complete(id, { outcome: 'approve', variables: { note: 'x' } });

      const problem = refused(
        await server.admin.post(`/tasks/${id}/complete`, { outcome: 'approve', variables: { note: 'y' } }),
        409,
        'task-already-completed',
      );

      expect(problem.current).toMatchObject({ completedBy: { name: 'Anna Accountant' }, outcome: 'approve', completedAt: expect.stringMatching(/^\d{4}-/) });
    });

    it('says that a task was taken back when its instance was cancelled', async () => {
      const { id, instanceId } = await openTask();
      await server.admin.post(`/instances/${instanceId}/cancel`);

      refused(await complete(id, { outcome: 'approve', variables: { note: 'x' } }), 409, 'task-cancelled');
    });

    it('refuses to assign to somebody who does not exist', async () => {
      const { id } = await openTask();

      refused(await server.admin.post(`/tasks/${id}/assign`, { assignee: 'nobody@example.com' }), 400, 'request-invalid');
    });
  });

  describe('of jobs', () => {
    const openJob = async (timeoutMs = 30_000) => {
      const task = await openTask();
      await anna.post(`/tasks/${task.id}/complete`, { outcome: 'approve', variables: { note: 'x' } });
      for (;;) {
        const { body } = await server.admin.post('/jobs/activate', { type: 'pay-invoice', worker: 'w1', maxJobs: 100, timeoutMs });
        const job = body.jobs.find(({ instanceId }: { instanceId: string }) => instanceId === task.instanceId);
        if (job) return job as { id: string; attempt: number; instanceId: string };
      }
    };

    it('refuses a worker whose lease ran out and was given to another', async () => {
      const job = await openJob(100);
      await new Promise((resolve) => setTimeout(resolve, 250));
      const second = await server.admin.post('/jobs/activate', { type: 'pay-invoice', worker: 'w2', maxJobs: 100, timeoutMs: 60_000 });
      const again = second.body.jobs.find(({ id }: { id: string }) => id === job.id);
      expect(again).toMatchObject({ attempt: 2 });

      refused(await server.admin.post(`/jobs/${job.id}/complete`, { worker: 'w1', attempt: 1 }), 409, 'lease-lost');
      refused(await server.admin.post(`/jobs/${job.id}/extend`, { worker: 'w1', attempt: 1, timeoutMs: 1000 }), 409, 'lease-lost');
      refused(await server.admin.post(`/jobs/${job.id}/fail`, { worker: 'w1', attempt: 1, message: 'late' }), 409, 'lease-lost');
      expect((await server.admin.post(`/jobs/${job.id}/complete`, { worker: 'w2', attempt: 2 })).status).toBe(200);
    });

    it('tells a worker that reports twice, or after its instance has gone on, that its lease is over', async () => {
      const job = await openJob();
      expect((await server.admin.post(`/jobs/${job.id}/complete`, { worker: 'w1' })).status).toBe(200);
      refused(await server.admin.post(`/jobs/${job.id}/complete`, { worker: 'w1' }), 409, 'lease-lost');
      refused(await server.admin.post(`/jobs/${job.id}/fail`, { worker: 'w1', message: 'late' }), 409, 'lease-lost');

      const cancelled = await openJob();
      await server.admin.post(`/instances/${cancelled.instanceId}/cancel`);
      refused(await server.admin.post(`/jobs/${cancelled.id}/extend`, { timeoutMs: 1000 }), 409, 'lease-lost');
      refused(await server.admin.post(`/jobs/${(await openTask()).instanceId}_e99/complete`), 404, 'not-found');
    });

    it('has no job of a made-up id', async () => {
      refused(await server.admin.post('/jobs/x/complete'), 404, 'not-found');
      refused(await server.admin.post('/jobs/0198c0de-0000-7000-8000-000000000000_e5/complete'), 404, 'not-found');
    });

    it('makes an incident of the last failure, which can be retried once', async () => {
      const job = await openJob();
      expect((await server.admin.post(`/jobs/${job.id}/fail`, { worker: 'w1', message: 'bank is closed', retries: 0 })).body).toEqual({
        id: job.id,
        retries: 0,
      });
      const [incident] = (await server.admin.get(`/incidents?instanceId=${job.instanceId}`)).body.items;
      expect(incident).toMatchObject({ code: 'job-failed', message: expect.stringContaining('bank is closed'), elementName: 'Pay' });

      expect((await server.admin.post(`/incidents/${incident.id}/retry`)).body).toMatchObject({ status: 'resolved' });

      const { view } = (await server.admin.get(`/instances/${job.instanceId}/view`)).body;
      expect(Object.values(view.active)).toContainEqual(
        expect.objectContaining({
          elementId: 'pay',
          incident: null,
          waitingFor: expect.objectContaining({ kind: 'worker', retries: expect.toSatisfy((left: number) => left > 0) }),
        }),
      );
      refused(await server.admin.post(`/incidents/${incident.id}/retry`), 409, 'incident-already-resolved');
      expect(
        (await server.admin.post('/jobs/activate', { type: 'pay-invoice', worker: 'w1', maxJobs: 100 })).body.jobs.map(({ id }: { id: string }) => id),
      ).toContain(job.id);
    });
  });
});

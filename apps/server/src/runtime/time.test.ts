import { foldAll, initialView, liveEventSchema } from '@baton/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoice } from '../testing/invoice.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const flow = (id: string, from: string, to: string) => ({ id, from, to });

/** Waits, a step that is cancelled by its border timer, two branches, a sub-process: what the public log has to tell. */
const waits = {
  ...invoice('waits'),
  elements: [
    { id: 'start', type: 'startEvent' },
    { id: 'split', type: 'parallelGateway' },
    { id: 'wait', type: 'intermediateCatchEvent', name: 'Wait', trigger: { type: 'timer', duration: 'PT0.3S' } },
    { id: 'sub', type: 'subProcess', name: 'Work' },
    { id: 'inner', type: 'startEvent', parent: 'sub' },
    { id: 'ask', type: 'userTask', name: 'Ask', parent: 'sub', candidateGroups: ['nobody'] },
    { id: 'done', type: 'endEvent', parent: 'sub' },
    { id: 'late', type: 'boundaryEvent', attachedTo: 'sub', cancelActivity: true, trigger: { type: 'timer', duration: 'PT0.5S' } },
    { id: 'join', type: 'parallelGateway' },
    { id: 'end', type: 'endEvent' },
  ],
  flows: [
    flow('f1', 'start', 'split'),
    flow('f2', 'split', 'wait'),
    flow('f3', 'split', 'sub'),
    flow('f4', 'inner', 'ask'),
    flow('f5', 'ask', 'done'),
    flow('f6', 'wait', 'join'),
    flow('f7', 'late', 'join'),
    flow('f8', 'join', 'end'),
  ],
};

describe('time', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
    await server.admin.post('/groups', { name: 'finance' });
  });
  afterAll(() => server?.stop());

  it('fires near timers within a second, and tells all of it', async () => {
    const deployed = await server.admin.post('/deployments', waits);
    expect(deployed.status, JSON.stringify(deployed.body)).toBe(201);
    const started = await server.admin.post('/instances', { processKey: 'waits' });
    const { id } = started.body;
    const during = (await server.admin.get(`/instances/${id}/view`)).body.view;

    expect(Object.values(during.active).map((each) => (each as { waitingFor: { kind: string } | null }).waitingFor?.kind)).toEqual(
      expect.arrayContaining(['timer', 'children', 'person']),
    );
    expect(Object.keys(during.timers)).toHaveLength(2);

    const ended = await server.store.instances.waitUntilEnded({ tenantId: 'default', instanceId: id, timeoutMs: 5000 });
    expect(ended?.status).toBe('completed');
    expect(Date.parse(ended!.endedAt!) - Date.parse(ended!.startedAt)).toBeGreaterThanOrEqual(500);
    expect(Date.parse(ended!.endedAt!) - Date.parse(ended!.startedAt)).toBeLessThan(1500);

    const { view } = (await server.admin.get(`/instances/${id}/view`)).body;
    expect(view).toMatchObject({
      status: 'completed',
      active: {},
      timers: {},
      parked: {},
      finished: { sub: { cancelled: 1 }, ask: { cancelled: 1 }, join: { completed: 1 } },
    });
  });

  it('gives the public log page by page, the same as at once', async () => {
    const { body } = await server.admin.post('/instances?wait=completed&timeoutMs=5000', { processKey: 'waits' });
    const all = (await server.admin.get(`/instances/${body.id}/events?limit=200`)).body.items;

    const paged = [];
    for (let afterSeq: string | null = '0'; afterSeq !== null; ) {
      const page: { items: unknown[]; nextCursor: string | null } = (await server.admin.get(`/instances/${body.id}/events?afterSeq=${afterSeq}&limit=3`)).body;
      paged.push(...page.items);
      afterSeq = page.nextCursor;
    }

    expect(paged).toEqual(all);
    const { view } = (await server.admin.get(`/instances/${body.id}/view`)).body;
    expect(
      foldAll(
        initialView(body.id),
        all.map((event: unknown) => liveEventSchema.parse(event)),
      ),
    ).toEqual(view);
  });

  it('wakes a waiting worker when its job appears, and lets it go when none does', async () => {
    await server.admin.post('/deployments', invoice('jobs'));
    const begun = Date.now();
    const nothing = await server.admin.post('/jobs/activate', { type: 'no-such-type', worker: 'w', waitMs: 300 });
    expect(nothing.body).toEqual({ jobs: [] });
    expect(Date.now() - begun).toBeGreaterThanOrEqual(295);

    const { body } = await server.admin.post('/instances', { processKey: 'jobs' });
    const task = (await server.admin.get(`/tasks?view=all&instanceId=${body.id}`)).body.items[0];
    const waiting = server.admin.post('/jobs/activate', { type: 'pay-invoice', worker: 'w', waitMs: 20_000 }).then((answer) => ({ answer, at: Date.now() }));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await server.admin.post(`/tasks/${task.id}/complete`, { outcome: 'approve', variables: { note: 'x' } });
    const opened = Date.now();

    const { answer, at } = await waiting;

    expect(answer.body.jobs).toMatchObject([{ instanceId: body.id, attempt: 1 }]);
    expect(at - opened).toBeLessThan(900);
  });
});

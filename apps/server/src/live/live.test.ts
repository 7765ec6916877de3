import { applyMessage, foldAll, initialView, type LiveState, liveEventSchema } from '@baton/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoice } from '../testing/invoice.ts';
import { type LiveSocket, openSocket, waitFor } from '../testing/live-socket.ts';
import { startTestServer, type TestPerson, type TestServer } from '../testing/test-server.ts';

describe('live', () => {
  let server: TestServer;
  let anna: TestPerson;
  let ben: TestPerson;
  let stranger: TestPerson;
  let dora: TestPerson;
  const open: LiveSocket[] = [];

  beforeAll(async () => {
    server = await startTestServer({ recheckMs: 200 });
    await server.admin.post('/groups', { name: 'finance' });
    dora = await server.person('Dora Designer', ['designer']);
    anna = await server.person('Anna Accountant', ['member'], ['finance']);
    ben = await server.person('Ben Bookkeeper', ['member'], ['finance']);
    stranger = await server.person('Sam Stranger', ['member']);
    await server.admin.post('/deployments', invoice());
  });
  afterAll(async () => {
    for (const socket of open) socket.close();
    await server?.stop();
  });

  const socketOf = async (who: TestPerson | TestServer['admin']) => {
    const socket = await openSocket(server.url, who);
    open.push(socket);
    return socket;
  };
  const start = async () => {
    const { body } = await dora.post('/instances', { processKey: 'invoice', variables: { amount: 7 } });
    const task = (await anna.get(`/tasks?view=candidate&instanceId=${body.id}`)).body.items[0];
    return { id: body.id as string, taskId: task.id as string };
  };
  const watchInstance = async (socket: LiveSocket, id: string): Promise<LiveState> => {
    const answer = await socket.watch({ kind: 'instance', id });
    if (!answer.ok || !answer.view) throw new Error(JSON.stringify(answer));
    return { seq: answer.seq, view: answer.view };
  };
  /** As a browser does it. */
  const followed = (from: LiveState, socket: LiveSocket): LiveState =>
    socket.messages.reduce((state, message) => {
      const applied = applyMessage(state, message);
      if (applied.outcome === 'gap') throw new Error('Expected no gap, but there is one.');
      return applied.outcome === 'applied' ? applied.state : state;
    }, from);

  it('begins with a snapshot that equals the fold of all public events', async () => {
    const { id, taskId } = await start();
    await anna.post(`/tasks/${taskId}/claim`);

    const snapshot = await watchInstance(await socketOf(dora), id);

    const { items } = (await dora.get(`/instances/${id}/events?limit=200`)).body;
    expect(snapshot.view).toEqual(
      foldAll(
        initialView(id),
        items.map((event: unknown) => liveEventSchema.parse(event)),
      ),
    );
    expect(Object.values(snapshot.view.active).find(({ elementId }) => elementId === 'approve')?.waitingFor).toMatchObject({
      kind: 'person',
      taskId,
      assignee: { userId: anna.id, name: 'Anna Accountant' },
      candidateGroups: ['finance'],
    });
  });

  it('goes on without gaps to the same view that somebody gets who comes later', async () => {
    const { id, taskId } = await start();
    const socket = await socketOf(dora);
    const before = await watchInstance(socket, id);

    await anna.post(`/tasks/${taskId}/complete`, { outcome: 'approve', variables: { note: 'fine' } });
    const job = (await server.admin.post('/jobs/activate', { type: 'pay-invoice', worker: 'w', maxJobs: 100 })).body.jobs.find(
      (each: { instanceId: string }) => each.instanceId === id,
    );
    await server.admin.post(`/jobs/${job.id}/complete`, { variables: { paid: true } });
    await socket.until((messages) => messages.some(({ events }) => events.some(({ type }) => type === 'instance.completed')));

    const later = await watchInstance(await socketOf(dora), id);
    expect(followed(before, socket)).toEqual(later);
    expect(later.view).toMatchObject({ status: 'completed', flows: { f3: 1, f5: 1 }, active: {} });
  });

  it('gives one numbering to everybody who watches, so that a lost message shows and a new watch repairs it', async () => {
    const { id, taskId } = await start();
    const socket = await socketOf(dora);
    const before = await watchInstance(socket, id);

    await anna.post(`/tasks/${taskId}/claim`);
    await socket.until((messages) => messages.length === 1);
    await anna.post(`/tasks/${taskId}/unclaim`);
    await socket.until((messages) => messages.length === 2);

    const [first, second] = socket.messages;
    expect(first?.previousSeq).toBe(before.seq);
    expect(second?.previousSeq).toBe(first?.seq);
    expect(applyMessage(before, second!).outcome).toBe('gap');
    const repaired = await watchInstance(socket, id);
    expect(repaired).toEqual(followed(before, socket));
  });

  it('joins watchers at every moment of a busy instance without a gap', async () => {
    const { id } = await start();
    const writes = Array.from({ length: 30 }, (_, turn) => server.admin.patch(`/instances/${id}/variables`, { supplier: `S${turn}` }));
    const watchers = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const socket = await socketOf(dora);
        return { socket, from: await watchInstance(socket, id) };
      }),
    );
    await Promise.all(writes);
    const last = await watchInstance(await socketOf(dora), id);

    for (const { socket, from } of watchers) {
      await waitFor(() => followed(from, socket).seq === last.seq);
      expect(followed(from, socket)).toEqual(last);
    }
  });

  it('tells lists what changed, those whom it concerns', async () => {
    const [tasks, others, processes] = await Promise.all([socketOf(anna), socketOf(stranger), socketOf(dora)]);
    expect(await tasks.watch({ kind: 'tasks' })).toMatchObject({ ok: true, view: null });
    expect(await others.watch({ kind: 'tasks' })).toMatchObject({ ok: true });
    expect(await processes.watch({ kind: 'process', id: 'invoice' })).toMatchObject({ ok: true });

    const { id, taskId } = await start();
    await ben.post(`/tasks/${taskId}/claim`);
    await ben.post(`/tasks/${taskId}/complete`, { outcome: 'approve', variables: { note: 'x' } });

    await tasks.until((messages) => messages.flatMap(({ events }) => events).some((event) => event.type === 'task.changed' && event.id === taskId));
    await processes.until((messages) => messages.flatMap(({ events }) => events).some((event) => event.type === 'instance.changed' && event.id === id));
    expect(others.messages).toEqual([]);
    for (const [index, { previousSeq, seq }] of tasks.messages.entries()) expect([previousSeq, seq]).toEqual([index, index + 1]);
  });

  it('tells those who watch a process of a saved draft', async () => {
    await dora.post('/processes', { name: 'Drafted' });
    const socket = await socketOf(dora);
    await socket.watch({ kind: 'process', id: 'drafted' });
    const draft = await dora.get('/processes/drafted/draft');

    await dora.put('/processes/drafted/draft', { update: draft.body.update });

    await socket.until((messages) => messages.some(({ events }) => events.some(({ type }) => type === 'draft.changed')));
  });

  it.each([
    ['an instance of others', () => stranger, () => ({ kind: 'instance', id: 'there' }), 'not-found'],
    ['incidents without the right', () => stranger, () => ({ kind: 'incidents' }), 'not-allowed'],
    ['an instance without an id', () => dora, () => ({ kind: 'instance' }), 'request-invalid'],
    ['something unknown', () => dora, () => ({ kind: 'everything' }), 'request-invalid'],
    ['a room by its name', () => dora, () => ({ kind: 'tasks', room: 'default:tasks:all' }), 'request-invalid'],
  ] as const)('refuses to show %s', async (_what, who, watch, code) => {
    const asked = watch();
    const { id } = await start();

    const answer = await (await socketOf(who())).watch('id' in asked ? { ...asked, id } : asked);

    expect(answer).toMatchObject({ ok: false, code });
  });

  it('lets nobody in without a session or key, nor from a page of another site', async () => {
    await expect(openSocket(server.url, server.nobody)).rejects.toThrow('Expected a session or an API key');
    await expect(openSocket(server.url, anna, { origin: 'https://evil.example' })).rejects.toThrow('Expected a page of this address');
    expect((await (await socketOf(server.admin)).watch({ kind: 'incidents' })).ok).toBe(true);
  });

  it('lets whoever watches stay when another leaves at that very moment', async () => {
    const { id, taskId } = await start();
    for (let round = 0; round < 10; round++) {
      const [leaving, staying] = [await socketOf(dora), await socketOf(dora)];
      await watchInstance(leaving, id);
      const watched = watchInstance(staying, id);
      leaving.close();
      await watched;
      await (round % 2 === 0 ? anna.post(`/tasks/${taskId}/claim`) : anna.post(`/tasks/${taskId}/unclaim`));
      await staying.until((messages) => messages.some(({ events }) => events.some(({ type }) => type === 'task.assigned')));
      staying.close();
    }
  });

  it('works by long polls where web sockets are blocked', async () => {
    const { id, taskId } = await start();
    const socket = await openSocket(server.url, server.admin, { transport: 'polling' });
    open.push(socket);
    await watchInstance(socket, id);

    await anna.post(`/tasks/${taskId}/claim`);
    await socket.until((messages) => messages.length === 1);
    await anna.post(`/tasks/${taskId}/unclaim`);
    await socket.until((messages) => messages.length === 2);

    expect(socket.socket.connected).toBe(true);
  });

  it('closes the connection of somebody who signs out or is deactivated', async () => {
    const leaving = await server.person('Lea Leaves', ['operator']);
    const fired = await server.person('Finn Fired', ['operator']);
    const sockets = await Promise.all([socketOf(leaving), socketOf(fired)]);

    await leaving.post('/api/auth/sign-out');
    await server.admin.patch(`/users/${fired.id}`, { isActive: false });

    await waitFor(() => sockets.every(({ socket }) => socket.disconnected));
  });

  it('asks again for rights that ended elsewhere', async () => {
    const expired = await server.person('Ed Expires', ['operator']);
    const socket = await socketOf(expired);

    await server.store.prisma.session.deleteMany({ where: { userId: expired.id } });

    await waitFor(() => socket.socket.disconnected);
  });
});

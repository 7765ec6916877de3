import { applyMessage, type LiveState } from '@baton/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { invoice } from '../testing/invoice.ts';
import { type LiveSocket, openSocket } from '../testing/live-socket.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let here: TestServer;
let elsewhere: TestServer;
const open: LiveSocket[] = [];

beforeAll(async () => {
  here = await startTestServer();
  elsewhere = await startTestServer({ databaseUrl: here.databaseUrl });
  await here.admin.post('/deployments', invoice());
});
afterAll(async () => {
  for (const socket of open) socket.close();
  await elsewhere?.stop();
  await here?.stop();
});

const start = async () => (await here.admin.post('/instances', { processKey: 'invoice', variables: { amount: 7 } })).body.id as string;
const taskOf = async (instanceId: string) => (await here.admin.get(`/tasks?view=all&instanceId=${instanceId}`)).body.items[0].id as string;
async function watching(id: string): Promise<{ socket: LiveSocket; state: () => LiveState }> {
  const socket = await openSocket(elsewhere.url, elsewhere.admin);
  open.push(socket);
  const answer = await socket.watch({ kind: 'instance', id });
  if (!answer.ok || !answer.view) throw new Error(JSON.stringify(answer));
  const first: LiveState = { seq: answer.seq, view: answer.view };
  const state = () =>
    socket.messages.reduce((before, message) => {
      const applied = applyMessage(before, message);
      if (applied.outcome === 'gap') throw new Error('Expected no gap, but there is one.');
      return applied.outcome === 'applied' ? applied.state : before;
    }, first);
  return { socket, state };
}

it('shows on one node what another commits, in order and without a gap', async () => {
  const id = await start();
  const { socket, state } = await watching(id);
  const task = await taskOf(id);

  await here.admin.post(`/tasks/${task}/claim`);
  await here.admin.post(`/tasks/${task}/complete`, { outcome: 'reject', comment: 'no', variables: { note: 'x' } });

  await socket.until(() => state().view.status === 'completed');
  expect(state()).toEqual((await here.admin.get(`/instances/${id}/view`)).body);
});

it('shows commits of both nodes on one instance as one log', async () => {
  const id = await start();
  const { socket, state } = await watching(id);
  const task = await taskOf(id);

  await here.admin.post(`/tasks/${task}/claim`);
  await elsewhere.admin.post(`/tasks/${task}/unclaim`);
  await here.admin.post(`/tasks/${task}/claim`);
  await elsewhere.admin.patch(`/instances/${id}/variables`, { supplier: 'ACME' });

  const stored = (await here.admin.get(`/instances/${id}/view`)).body as LiveState;
  await socket.until(() => state().seq === stored.seq);
  expect(state()).toEqual(stored);
});

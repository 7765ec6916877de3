import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

/** A decision whose branches a parallel gateway joins: one of them never comes. */
const stuck = {
  format: 'baton.graph',
  formatVersion: 1,
  key: 'stuck',
  name: 'Stuck',
  elements: [
    { id: 's', type: 'startEvent' },
    { id: 'choose', type: 'exclusiveGateway' },
    { id: 'a', type: 'userTask', assignee: '=initiator' },
    { id: 'b', type: 'userTask', assignee: '=initiator' },
    { id: 'both', type: 'parallelGateway', name: 'Both done' },
    { id: 'e', type: 'endEvent' },
  ],
  flows: [
    { id: 'f1', from: 's', to: 'choose' },
    { id: 'f2', from: 'choose', to: 'a', condition: 'amount > 10' },
    { id: 'f3', from: 'choose', to: 'b', isDefault: true },
    { id: 'f4', from: 'a', to: 'both' },
    { id: 'f5', from: 'b', to: 'both' },
    { id: 'f6', from: 'both', to: 'e' },
  ],
};
const warning = { code: 'unsound-deadlock', severity: 'warning', elementId: 'both' };

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.stop());

it('publishes a process that can get stuck, and says so', async () => {
  const deployed = await server.admin.post('/deployments', stuck);

  expect(deployed.status).toBe(201);
  expect(deployed.body.processes).toMatchObject([{ key: 'stuck', version: 1, problems: [warning] }]);
  expect(deployed.body.processes[0].problems[0].message).toContain('Expected a token on every way into “Both done”, but');
});

it('says so too when a draft is published', async () => {
  const published = await server.admin.post('/processes/stuck/publish', {});

  expect(published.body).toMatchObject({ key: 'stuck', changed: false, problems: [warning] });
});

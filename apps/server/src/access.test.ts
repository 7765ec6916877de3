import { type Access, permissionsOf, ROLES, ROUTES, type Role, type RouteDefinition } from '@baton/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGE_ACCESS } from './app.ts';
import { AUTH_ACCESS } from './http/auth/auth-routes.ts';
import { ApiClient, problemIn } from './testing/api-client.ts';
import { invoice } from './testing/invoice.ts';
import { PASSWORD, signedIn, startTestServer, type TestPerson, type TestServer } from './testing/test-server.ts';

const routes = Object.entries(ROUTES) as [string, RouteDefinition][];
/** Those that also whoever it concerns may call: what they answer to others depends on nothing. */
const concerning = routes.filter(([, { access }]) => typeof access === 'object' && access.orInvolved);
/** What gets past the check of form, so that the one of rights is reached. */
const BODIES: Readonly<Record<string, unknown>> = { putTaskDraft: { variables: {} } };
const MISSING = '0198c0de-0000-7000-8000-000000000000';

/** Ids of things that are there, or that never were. */
type Ids = { readonly instance: string; readonly task: string; readonly key: string };
const idFor = (path: string, ids: Ids) => (path.startsWith('/tasks') ? ids.task : path.startsWith('/instances') ? ids.instance : `${MISSING}_e9`);
const pathOf = ({ path }: RouteDefinition, ids: Ids) => path.replace(':key', ids.key).replace(':version', '1').replace(':id', idFor(path, ids));

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Record<string, boolean> };
  readonly handle: { readonly stack?: readonly Layer[] };
}
const callsIn = (stack: readonly Layer[]): string[] =>
  stack.flatMap(({ route, handle }) =>
    route ? Object.keys(route.methods).map((method) => `${method === '_all' ? 'ALL' : method.toUpperCase()} ${route.path}`) : callsIn(handle.stack ?? []),
  );

describe('access', () => {
  let server: TestServer;
  let everybody: Record<Role, TestPerson>;
  let ids: Ids;
  const missing: Ids = { instance: MISSING, task: `${MISSING}_e4`, key: 'invoice' };

  beforeAll(async () => {
    server = await startTestServer();
    await server.admin.post('/groups', { name: 'finance' });
    const people = await Promise.all(ROLES.map(async (role) => [role, await server.person(`Some ${role}`, [role])] as const));
    everybody = Object.fromEntries(people) as Record<Role, TestPerson>;
    await server.admin.post('/deployments', invoice());
    const { body } = await server.admin.post('/instances', { processKey: 'invoice', variables: { amount: 1 } });
    const tasks = await server.admin.get(`/tasks?view=all&instanceId=${body.id}`);
    ids = { instance: body.id, task: tasks.body.items[0].id, key: 'invoice' };
  });
  afterAll(() => server?.stop());

  it('is declared for everything the running server answers', () => {
    const stack = (server.app.express as unknown as { router: { stack: Layer[] } }).router.stack;
    const inContract = routes.map(([, { method, path }]) => `${method} ${path}`);
    const wrongMethod = routes.map(([, { path }]) => `ALL ${path}`);
    const declared = new Set([...inContract, ...wrongMethod, ...Object.keys(AUTH_ACCESS), ...Object.keys(PAGE_ACCESS)]);

    const calls = callsIn(stack);

    expect(calls.length).toBeGreaterThan(routes.length);
    expect(calls.filter((call) => !declared.has(call))).toEqual([]);
    expect([...declared].filter((call) => !calls.includes(call))).toEqual([]);
  });

  const allows = (access: Access, role: Role) => typeof access === 'string' || access.orInvolved || permissionsOf([role]).has(access.permission);

  const callOf = ([name, route]: [string, RouteDefinition], who: ApiClient, to: Ids) =>
    who.call(route.method, pathOf(route, to), route.body ? (BODIES[name] ?? {}) : undefined);

  describe.each(routes)('of %s', (name, route) => {
    const call = (who: ApiClient, to: Ids) => callOf([name, route], who, to);

    it('is refused to nobody in particular', async () => {
      const wrongKey = new ApiClient(server.url, { authorization: 'Bearer wrong-key-wrong-key-wrong-key' });
      for (const who of [server.nobody, wrongKey]) {
        const { status } = await call(who, missing);
        if (route.access === 'public') expect(status).not.toBe(401);
        else expect(status).toBe(401);
      }
    });

    it('follows the role', async () => {
      for (const role of ROLES) {
        const answer = await call(everybody[role], missing);
        if (allows(route.access, role)) expect([401, 403], `${role}: ${JSON.stringify(answer.body)}`).not.toContain(answer.status);
        else expect(problemIn(answer), role).toMatchObject({ status: 403, code: 'not-allowed' });
      }
    });
  });

  it.each(concerning)('of %s does not tell a stranger whether it is there', async (name, route) => {
    const { instance: _first, ...there } = problemIn(await callOf([name, route], everybody.member, ids));
    const { instance: _second, ...notThere } = problemIn(await callOf([name, route], everybody.member, missing));

    expect(there.code).toBe('not-found');
    expect(there).toEqual(notThere);
  });

  it('shows metrics to those who may read them', async () => {
    expect((await server.nobody.get('~/metrics')).status).toBe(401);
    expect((await everybody.member.get('~/metrics')).status).toBe(403);
    const { status, body } = await everybody.operator.get('~/metrics');
    expect(status).toBe(200);
    for (const name of ['baton_http_request_duration_seconds_bucket', 'baton_runtime_batches_total', 'baton_live_sockets', 'process_cpu_seconds_total'])
      expect(body).toContain(name);
  });

  it('lets a member see only the instances they started', async () => {
    const mine = await everybody.member.post('/instances', { processKey: 'invoice', variables: { amount: 2 } });

    const list = await everybody.member.get('/instances?limit=200');

    expect(list.body.items.map(({ id }: { id: string }) => id)).toEqual([mine.body.id]);
    expect((await everybody.member.get(`/instances/${mine.body.id}/variables`)).status).toBe(200);
  });

  it('lets a member not list everybody’s tasks', async () => {
    expect(problemIn(await everybody.member.get('/tasks?view=all')).code).toBe('not-allowed');
  });

  it('lets an operator assign a task but not decide it', async () => {
    const { body } = await server.admin.post('/instances', { processKey: 'invoice', variables: { amount: 1 } });
    const task = (await everybody.operator.get(`/tasks?view=all&instanceId=${body.id}`)).body.items[0];
    const decision = { outcome: 'approve', variables: { note: 'x' } };

    expect(problemIn(await everybody.operator.post(`/tasks/${task.id}/complete`, decision)).code).toBe('not-allowed');
    expect((await everybody.operator.post(`/tasks/${task.id}/assign`, { assignee: everybody.member.email })).body).toMatchObject({
      assignee: { userId: everybody.member.id },
    });
    expect((await everybody.member.post(`/tasks/${task.id}/complete`, decision)).status).toBe(200);
  });

  it('is taken away with the membership of a group', async () => {
    const carla = await server.person('Carla Changes', ['member'], ['finance']);
    expect((await carla.get(`/tasks/${ids.task}`)).status).toBe(200);

    await server.admin.patch(`/users/${carla.id}`, { groups: [] });

    expect((await carla.get(`/tasks/${ids.task}`)).status).toBe(404);
  });

  it('ends at once when somebody is deactivated', async () => {
    const dan = await server.person('Dan Departs', ['operator']);
    expect((await dan.get('/me')).body).toMatchObject({ name: 'Dan Departs', roles: ['operator'], tenant: 'default' });

    expect((await server.admin.patch(`/users/${dan.id}`, { isActive: false })).body.isActive).toBe(false);

    expect((await dan.get('/me')).status).toBe(401);
    await expect(signedIn(server.nobody, server.url, dan.email)).rejects.toThrow('credentials-invalid');
  });

  it('keeps one administrator', async () => {
    expect(problemIn(await everybody.administrator.patch(`/users/${everybody.administrator.id}`, { roles: ['member'] })).code).toBe('in-use');
  });

  it('ends the sessions of somebody whose password an administrator changed', async () => {
    const eve = await server.person('Eve Forgets', ['member']);

    expect((await server.admin.patch(`/users/${eve.id}`, { password: 'a new long password' })).status).toBe(200);

    expect((await eve.get('/me')).status).toBe(401);
    await expect(signedIn(server.nobody, server.url, eve.email)).rejects.toThrow('credentials-invalid');
    expect((await (await signedIn(server.nobody, server.url, eve.email, 'a new long password')).get('/me')).status).toBe(200);
  });

  it('is not lent to pages of other sites', async () => {
    const cookie = everybody.designer.credentials.cookie!;
    const forged = new ApiClient(server.url, { cookie, origin: 'https://evil.example' });

    expect(problemIn(await forged.post('/processes', { name: 'Forged' })).code).toBe('origin-not-allowed');
    expect(problemIn(await forged.post('/api/auth/sign-out')).code).toBe('origin-not-allowed');
    expect((await everybody.designer.get('/processes?search=Forged')).body.items).toEqual([]);
  });

  it('has no other doors of better-auth', async () => {
    for (const path of ['sign-up/email', 'update-user', 'delete-user', 'forget-password', 'list-sessions', 'callback/x']) {
      expect((await everybody.member.post(`/api/auth/${path}`, { name: 'Me', email: 'x@example.com', password: PASSWORD })).status, path).toBe(404);
    }
  });
});

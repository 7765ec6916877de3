import type { Graph } from '@baton/model';
import { ANNA, committed, nodeProcess, process, type TestStore, testStore } from '@baton/testkit';
import { afterEach, describe, expect, it } from 'vitest';

const tenantId = 'default';
const open: TestStore[] = [];
const loops: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const loop of loops.splice(0)) await loop.stop();
  for (const store of open.splice(0).reverse()) await store.end();
});
async function store(...graphs: Graph[]): Promise<TestStore> {
  const made = await testStore();
  open.push(made);
  await made.deploy(...graphs);
  return made;
}
const runs = (on: TestStore) => loops.push(on.outgoing.run({ pollMs: 50 }));
async function node(...graphs: Graph[]): Promise<TestStore> {
  const made = await store(...graphs);
  runs(made);
  return made;
}
async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 20_000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('Expected it to become true within 20 s, but it did not.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
const statusOf = async (on: TestStore, instanceId: string) => (await on.instances.get({ tenantId, instanceId }))?.status;
const childrenOf = (on: TestStore, instanceId: string) => on.instances.children({ tenantId, instanceId });
const incidentsOf = async (on: TestStore) => (await on.incidents.list({ tenantId, status: 'open', limit: 10 })).items;
const firstTask = async (on: TestStore, instanceId: string) => {
  const { rows } = await on.pool.query<{ key: string }>(`SELECT key FROM task WHERE instance_id = $1 AND status = 'open'`, [instanceId]);
  return rows[0]?.key ?? '';
};
const complete = async (on: TestStore, instanceId: string) =>
  committed(
    await on.runtime.execute({
      tenantId,
      instanceId,
      command: { type: 'completeTask', taskKey: await firstTask(on, instanceId), by: ANNA, variables: { decided: 'yes' } },
    }),
  );

const check = process('check').start().script('rate', 'rating', 'amount * 2').end().graph();
const slowCheck = process('check').start().userTask('look').end().graph();
const order = process('order').start().call('checking', 'check').end().graph();

describe('a called process', () => {
  it('runs with the variables of the caller, which goes on with its result', async () => {
    const one = await node(check, order);

    const { id } = await one.begin('order', { amount: 21 });

    await until(async () => (await statusOf(one, id)) === 'completed');
    expect(await one.instances.variables({ tenantId, instanceId: id })).toMatchObject({ rating: 42, initiator: 'anna' });
    const [child] = await childrenOf(one, id);
    expect(child).toMatchObject({ processKey: 'check', version: 1, status: 'completed', elementId: 'checking' });
    expect(await one.instances.get({ tenantId, instanceId: child?.id ?? '' })).toMatchObject({ parentId: id, rootId: id, startedBy: { userId: 'anna' } });
    expect((await one.instances.list({ tenantId, parentId: id, limit: 10 })).items).toMatchObject([{ id: child?.id }]);
    expect((await one.pool.query('SELECT 1 FROM outbox')).rows).toEqual([]);
  });

  it('is cancelled with its caller', async () => {
    const one = await node(slowCheck, order);
    const { id } = await one.begin('order', { amount: 1 });
    await until(async () => (await childrenOf(one, id)).length === 1);

    await one.runtime.execute({ tenantId, instanceId: id, command: { type: 'cancel', by: ANNA } });

    await until(async () => (await childrenOf(one, id))[0]?.status === 'cancelled');
  });

  it('whose caller was cancelled before it could start does not go on', async () => {
    const one = await store(slowCheck, order);
    const { id } = await one.begin('order', { amount: 1 });
    await one.runtime.execute({ tenantId, instanceId: id, command: { type: 'cancel', by: ANNA } });
    await one.pool.query('UPDATE outbox SET available_at = now()');

    runs(one);

    await until(async () => (await one.pool.query('SELECT 1 FROM outbox')).rowCount === 0);
    expect((await childrenOf(one, id)).filter(({ status }) => status !== 'cancelled')).toEqual([]);
  });

  it('that is cancelled leaves an incident with its caller; trying again calls anew', async () => {
    const one = await node(slowCheck, order);
    const { id } = await one.begin('order', { amount: 1 });
    await until(async () => (await childrenOf(one, id)).length === 1);
    const [first] = await childrenOf(one, id);

    await one.runtime.execute({ tenantId, instanceId: first?.id ?? '', command: { type: 'cancel', by: ANNA } });
    await until(async () => (await incidentsOf(one)).length === 1);
    const [incident] = await incidentsOf(one);
    expect(incident).toMatchObject({ instanceId: id, code: 'call-failed' });

    await one.runtime.execute({ tenantId, instanceId: id, command: { type: 'resolveIncident', incidentKey: incident?.incidentKey ?? '', by: ANNA } });
    await until(async () => (await childrenOf(one, id)).length === 2);
    await complete(one, (await childrenOf(one, id))[1]?.id ?? '');

    await until(async () => (await statusOf(one, id)) === 'completed');
  });

  it('that is not there is an incident with a sentence', async () => {
    const one = await node(order);
    await one.begin('order', { amount: 1 });

    await until(async () => (await incidentsOf(one)).length === 1);

    expect((await incidentsOf(one))[0]).toMatchObject({ code: 'call-failed', message: expect.stringContaining('Expected a published process check') });
  });

  it('that fails with an error is failed, and its caller catches the error', async () => {
    const fails = process('check').start().end('bad', { type: 'error', code: 'rejected' }).graph();
    const catches = process('order').start().call('checking', 'check').boundary('caught', { type: 'error', code: 'rejected' }).userTask('repair').graph();
    const one = await node(fails, catches);

    const { id } = await one.begin('order', { amount: 1 });

    await until(async () => (await firstTask(one, id)) !== '');
    expect((await childrenOf(one, id))[0]).toMatchObject({ status: 'failed' });
    expect(await one.instances.get({ tenantId, instanceId: id })).toMatchObject({ waitingAt: [{ elementId: 'repair' }] });
  });

  it('that escalates is heard by its caller and goes on', async () => {
    const escalates = process('check').start().escalate('more', 'big').userTask('look').end().graph();
    const hears = process('order')
      .start()
      .call('checking', 'check')
      .boundary('heard', { type: 'escalation', code: 'big', interrupting: false })
      .userTask('watch')
      .graph();
    const one = await node(escalates, hears);

    const { id } = await one.begin('order', { amount: 1 });

    await until(async () => (await firstTask(one, id)) !== '');
    expect((await childrenOf(one, id))[0]).toMatchObject({ status: 'active' });
  });

  it('is the latest, the one with a number or the newest with a tag, as the call says', async () => {
    const versionOf = (n: number, versionTag?: string): Graph => ({
      ...process('check').start().script('say', 'says', `${n}`).end().graph(),
      ...(versionTag ? { versionTag } : {}),
    });
    const calling = (key: string, properties: object) => process(key).start().call('checking', 'check', properties).end().graph();
    const one = await node(
      calling('latest', {}),
      calling('numbered', { binding: 'version', version: 1 }),
      calling('tagged', { binding: 'tag', tag: 'stable' }),
      calling('missing', { binding: 'tag', tag: 'none' }),
    );
    for (const graph of [versionOf(1), versionOf(2, 'stable'), versionOf(3)]) await one.deploy(graph);

    const said = async (key: string) => {
      const { id } = await one.begin(key);
      await until(async () => (await statusOf(one, id)) === 'completed');
      return (await one.instances.variables({ tenantId, instanceId: id }))?.says;
    };

    expect([await said('latest'), await said('numbered'), await said('tagged')]).toEqual([3, 1, 2]);
    await one.begin('missing');
    await until(async () => (await incidentsOf(one)).length === 1);
  });

  it('that calls itself without end is stopped with a sentence', async () => {
    const one = await node(process('loop').start().call('again', 'loop').end().graph());

    await one.begin('loop');

    await until(async () => (await incidentsOf(one)).length === 1);
    expect((await incidentsOf(one))[0]?.message).toContain('Does a process call itself without end?');
    const { rows } = await one.pool.query<{ n: number; depth: number }>('SELECT count(*)::int AS n, max(depth) AS depth FROM instance');
    expect(rows[0]).toEqual({ n: 51, depth: 50 });
  });

  it('told twice goes on once', async () => {
    const one = await store(check, order);
    const two = await testStore({ url: one.url });
    open.push(two);
    for (let n = 0; n < 20; n++) await one.begin('order', { amount: n });
    await one.pool.query('UPDATE outbox SET available_at = now()');

    runs(one);
    runs(two);

    await until(async () => (await one.pool.query('SELECT 1 FROM outbox')).rowCount === 0);
    const { rows } = await one.pool.query<{ process_key: string; status: string; n: number }>(
      'SELECT process_key, status, count(*)::int AS n FROM instance GROUP BY 1, 2 ORDER BY 1',
    );
    expect(rows).toEqual([
      { process_key: 'check', status: 'completed', n: 20 },
      { process_key: 'order', status: 'completed', n: 20 },
    ]);
  });
});

/** Starts callers as fast as it can, and prints what was answered. */
const NODE = `
  import { openStore } from '@baton/store';
  const store = await openStore({ databaseUrl: process.env.CRASH_URL, log: () => {} });
  store.outgoing.run({ pollMs: 50 });
  async function work() {
    for (let n = 0; ; n++) {
      const started = await store.runtime.start({ tenantId: 'default', processKey: 'order', variables: { amount: n }, by: { name: 'Node' } });
      if (started.ok) console.log(started.instance.id);
    }
  }
  await Promise.all(Array.from({ length: 16 }, work));
`;

it('what a node that was killed left in the outbox is done by another, once', async () => {
  const one = await store(check, order);
  const acknowledged: string[] = [];
  for (let round = 0; round < 2; round++) {
    const killed = nodeProcess(NODE, { CRASH_URL: one.url });
    await killed.untilLines(200);
    await killed.kill();
    acknowledged.push(...killed.lines);
  }

  runs(one);

  await until(async () => (await one.pool.query(`SELECT 1 FROM instance WHERE status <> 'completed' LIMIT 1`)).rowCount === 0);
  const { rows } = await one.pool.query<{ callers: number; called: number; left: number }>(
    `SELECT count(*) FILTER (WHERE process_key = 'order')::int AS callers, count(*) FILTER (WHERE process_key = 'check')::int AS called,
      (SELECT count(*)::int FROM outbox) AS left FROM instance`,
  );
  expect(rows[0]?.callers).toBeGreaterThanOrEqual(acknowledged.length);
  expect(rows[0]).toMatchObject({ called: rows[0]?.callers, left: 0 });
});

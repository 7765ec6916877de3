import { step as engineStep, type Json } from '@baton/engine';
import { ANNA, BEN, committed, process, type TestStore, testStore } from '@baton/testkit';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import type { CommittedChange, ExecuteResult, Idempotency } from './runtime.ts';

const tenantId = 'default';
const open: TestStore[] = [];
afterEach(async () => {
  for (const store of open.splice(0).reverse()) await store.end();
});
async function store(options: Parameters<typeof testStore>[0] = {}): Promise<TestStore> {
  const made = await testStore(options);
  open.push(made);
  return made;
}

const approval = process('approval')
  .start()
  .userTask('approve', { candidateGroups: ['finance'] })
  .end()
  .build().graph;
const automatic = process('automatic').start().script('double', 'total', 'amount * 2').end().build().graph;
const twoTasks = process('twoTasks').start().userTask('first').userTask('second').end().build().graph;

const keyOfTask = (result: ExecuteResult) => {
  const opened = committed(result).effects.find((effect) => effect.kind === 'task.open');
  return opened?.kind === 'task.open' ? opened.key : '';
};
const startApproval = (on: TestStore, variables = {}) => on.runtime.start({ tenantId, processKey: 'approval', variables, by: ANNA });
const complete = (taskKey: string, by = BEN) => ({ type: 'completeTask' as const, taskKey, by, variables: {} });
const idempotency = (key: string, requestHash = 'same'): Idempotency => ({
  scope: 'test',
  key,
  requestHash,
  answer: ({ instance }) => ({ id: instance.id }) as Json,
});

describe('a command', () => {
  it('is durable when it is answered: state, events and rows are there', async () => {
    const one = await store();
    await one.deploy(approval);

    const started = await startApproval(one);
    const { instance, events } = committed(started);

    const reader = await store({ url: one.url });
    expect(await reader.instances.get({ tenantId, instanceId: instance.id })).toEqual(instance);
    expect(await reader.instances.events({ tenantId, instanceId: instance.id, afterSeq: 0, limit: 100 })).toEqual(events);
    expect(
      (await reader.tasks.list({ tenantId, viewer: { userId: null, identities: [], groups: ['finance'] }, view: 'candidate', limit: 10 })).items,
    ).toHaveLength(1);
  });

  it('that runs to the end leaves a completed instance in one commit', async () => {
    const one = await store();
    await one.deploy(automatic);

    const summary = await one.begin('automatic', { amount: 21 });

    expect(summary.status).toBe('completed');
    expect(await one.instances.variables({ tenantId, instanceId: summary.id })).toMatchObject({ total: 42 });
    expect(one.runtime.stats().batches).toBe(1);
  });

  it('that is wrong or late is refused and writes nothing', async () => {
    const one = await store();
    await one.deploy(approval);
    const { id } = await one.begin('approval');

    const refusal = await one.runtime.execute({ tenantId, instanceId: id, command: complete('e999') });

    expect(refusal).toMatchObject({ ok: false, code: 'task-not-found' });
    expect(await one.runtime.execute({ tenantId, instanceId: 'nonsense', command: complete('e2') })).toMatchObject({ code: 'instance-not-found' });
    expect(await one.runtime.execute({ tenantId: 'other', instanceId: id, command: complete('e2') })).toMatchObject({ code: 'instance-not-found' });
    expect(await one.runtime.start({ tenantId, processKey: 'nowhere', variables: {}, by: ANNA })).toMatchObject({ code: 'process-not-found' });
  });

  it('may be refused by a guard that sees the task as it is at that moment', async () => {
    const one = await store();
    await one.deploy(approval);
    const started = await startApproval(one);
    const instanceId = committed(started).instance.id;
    const taskKey = keyOfTask(started);
    await one.runtime.execute({ tenantId, instanceId, command: { type: 'claimTask', taskKey, by: ANNA } });

    const seen: unknown[] = [];
    const refusal = await one.runtime.execute({
      tenantId,
      instanceId,
      command: complete(taskKey),
      guard: ({ task }) => {
        seen.push(task);
        return { ok: false, code: 'not-allowed', detail: 'Expected Anna.' };
      },
    });

    expect(seen.at(-1)).toEqual({ key: taskKey, elementId: 'approve', assignee: 'anna', isClaimed: true });
    expect(refusal).toMatchObject({ ok: false, code: 'not-allowed' });
  });
});

describe('group commit', () => {
  it('takes whatever waits into one transaction', async () => {
    const one = await store();
    await one.deploy(automatic);

    await Promise.all(Array.from({ length: 200 }, (_, amount) => one.begin('automatic', { amount })));

    expect(one.runtime.stats().instancesWritten).toBe(200);
    expect(one.runtime.stats().batches).toBeLessThan(20);
  });

  it('merges several commands of one instance', async () => {
    const one = await store();
    await one.deploy(twoTasks);
    const { id: instanceId } = await one.begin('twoTasks');
    const set = (n: number) => one.runtime.execute({ tenantId, instanceId, command: { type: 'setVariables', variables: { [`v${n}`]: n }, by: ANNA } });

    const results = await Promise.all([set(1), set(2), set(3)]);

    expect(results.every((result) => result.ok)).toBe(true);
    expect(await one.instances.variables({ tenantId, instanceId })).toMatchObject({ v1: 1, v2: 2, v3: 3 });
    expect(one.runtime.stats().batches).toBe(2);
  });

  it('lets exactly one of 64 simultaneous completions win, over two nodes', async () => {
    const one = await store();
    const two = await store({ url: one.url });
    await one.deploy(approval);
    const started = await startApproval(one);
    const instanceId = committed(started).instance.id;
    const taskKey = keyOfTask(started);

    const results = await Promise.all(
      Array.from({ length: 64 }, (_, n) => (n % 2 ? one : two).runtime.execute({ tenantId, instanceId, command: complete(taskKey) })),
    );

    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.code === 'task-already-completed')).toHaveLength(63);
  });

  it('steps again when another node was faster', async () => {
    const one = await store();
    const two = await store({ url: one.url });
    await one.deploy(twoTasks);
    const { id: instanceId } = await one.begin('twoTasks');
    const set = (on: TestStore, n: number) =>
      on.runtime.execute({ tenantId, instanceId, command: { type: 'setVariables', variables: { [`v${n}`]: n }, by: ANNA } });

    await set(two, 0);
    const results = await Promise.all(Array.from({ length: 40 }, (_, n) => set(n % 2 ? one : two, n)));

    expect(results.filter((result) => result.ok)).toHaveLength(40);
    const names = Object.keys((await one.instances.variables({ tenantId, instanceId })) ?? {});
    expect(names.filter((name) => name.startsWith('v'))).toHaveLength(40);
    expect(one.runtime.stats().conflicts + two.runtime.stats().conflicts).toBeGreaterThan(0);
  });

  it('is not refused because this node has not seen what another has done', async () => {
    const one = await store();
    const here = await store({ url: one.url });
    await one.deploy(twoTasks);
    const started = await here.runtime.start({ tenantId, processKey: 'twoTasks', variables: {}, by: ANNA });
    const instanceId = committed(started).instance.id;
    const second = keyOfTask(await one.runtime.execute({ tenantId, instanceId, command: complete(keyOfTask(started)) }));

    const result = await here.runtime.execute({ tenantId, instanceId, command: complete(second) });

    expect(committed(result).instance.status).toBe('completed');
  });

  it('is refused only by what was committed, not by what stood before it in the batch and failed', async () => {
    const one = await store();
    const stale = await store({ url: one.url });
    await one.deploy(approval);
    const started = await startApproval(stale);
    const instanceId = committed(started).instance.id;
    const taskKey = keyOfTask(started);
    committed(await one.runtime.execute({ tenantId, instanceId, command: complete(taskKey) }));

    const claim = (by: typeof ANNA) => stale.runtime.execute({ tenantId, instanceId, command: { type: 'claimTask', taskKey, by } });
    const results = await Promise.all([claim(ANNA), claim(BEN)]);

    expect(results.map((result) => !result.ok && result.code)).toEqual(['task-already-completed', 'task-already-completed']);
  });

  it('of an instance whose version can not be compiled fails alone', async () => {
    const one = await store();
    await one.deploy(twoTasks, { ...approval, key: 'broken' });
    const broken = committed(await one.runtime.start({ tenantId, processKey: 'broken', variables: {}, by: ANNA })).instance.id;
    const good = (await one.begin('twoTasks')).id;
    const client = new pg.Client(one.url);
    await client.connect();
    await client.query(`SET session_replication_role = replica; UPDATE process_version SET graph = '{"elements": 5}' WHERE process_key = 'broken'`);
    await client.end();
    const fresh = await store({ url: one.url });

    const set = (instanceId: string) => fresh.runtime.execute({ tenantId, instanceId, command: { type: 'setVariables', variables: { a: 1 }, by: ANNA } });
    const results = await Promise.allSettled([set(broken), set(good)]);

    expect(results).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled', value: { ok: true } }]);
  });

  it('suspends the instance in which we have a bug, and only that', async () => {
    const one = await store({
      step: (compiled, state, command, now) => {
        if (command.type === 'setVariables' && 'boom' in command.variables) throw new Error('a bug of ours');
        return engineStep(compiled, state, command, now);
      },
    });
    await one.deploy(twoTasks);
    const [bad, ...good] = await Promise.all(Array.from({ length: 8 }, () => one.begin('twoTasks')));
    const set = (instanceId: string, name: string) =>
      one.runtime.execute({ tenantId, instanceId, command: { type: 'setVariables', variables: { [name]: 1 }, by: ANNA } });
    const badId = bad?.id ?? '';

    const [failed, ...fine] = await Promise.allSettled([set(badId, 'boom'), ...good.map(({ id }) => set(id, 'fine'))]);

    expect(failed).toMatchObject({ status: 'rejected' });
    expect(fine.every((result) => result.status === 'fulfilled' && result.value.ok)).toBe(true);
    expect(await one.instances.get({ tenantId, instanceId: badId })).toMatchObject({ status: 'suspended', hasIncident: true });
    expect(await set(badId, 'fine')).toMatchObject({ ok: false, code: 'instance-suspended' });

    const [incident] = (await one.incidents.list({ tenantId, status: 'open', limit: 10 })).items;
    expect(incident).toMatchObject({ instanceId: badId, code: 'internal-error' });
    committed(
      await one.runtime.execute({ tenantId, instanceId: badId, command: { type: 'resolveIncident', incidentKey: incident?.incidentKey ?? '', by: ANNA } }),
    );
    expect(await one.instances.get({ tenantId, instanceId: badId })).toMatchObject({ status: 'active', hasIncident: false });
    expect((await set(badId, 'fine')).ok).toBe(true);
  });

  it('writes the others when the database refuses one row', async () => {
    const one = await store();
    await one.deploy(twoTasks);
    // PostgreSQL's jsonb has no NUL character.
    const start = (text: string) => one.runtime.start({ tenantId, processKey: 'twoTasks', variables: { text }, by: ANNA });

    const results = await Promise.allSettled([start('a'), start('b'), start('\u0000'), start('c')]);

    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect((await one.instances.list({ tenantId, limit: 10 })).items).toHaveLength(3);
  });

  it('refuses more than may wait', async () => {
    const one = await store({ maxWaiting: 10 });
    await one.deploy(automatic);

    const results = await Promise.all(
      Array.from({ length: 30 }, () => one.runtime.start({ tenantId, processKey: 'automatic', variables: { amount: 1 }, by: ANNA })),
    );

    expect(results.filter((result) => result.ok)).toHaveLength(10);
    expect(results.filter((result) => !result.ok && result.code === 'overloaded')).toHaveLength(20);
  });

  it('tells listeners each commit once, in order and without gaps', async () => {
    const one = await store();
    await one.deploy(twoTasks);
    const told: CommittedChange[] = [];
    one.runtime.onCommitted((changes) => told.push(...changes));
    const { id: instanceId } = await one.begin('twoTasks');

    await Promise.all(
      Array.from({ length: 20 }, (_, n) => one.runtime.execute({ tenantId, instanceId, command: { type: 'setVariables', variables: { n }, by: ANNA } })),
    );

    expect(told[0]?.previousSeq).toBe(0);
    for (const [index, change] of told.entries()) if (index > 0) expect(change.previousSeq).toBe(told[index - 1]?.seq);
    expect(told.flatMap((change) => change.events.map((event) => event.seq))).toEqual(Array.from({ length: told.at(-1)?.seq ?? 0 }, (_, n) => n + 1));
  });
});

describe('an idempotency key', () => {
  it('gives the first answer again, however often and wherever it is repeated', async () => {
    const one = await store();
    const two = await store({ url: one.url });
    await one.deploy(approval);
    const start = (on: TestStore) => on.runtime.start({ tenantId, processKey: 'approval', variables: {}, by: ANNA, idempotency: idempotency('k1') });

    const results = await Promise.all([start(one), start(two), start(one), start(two)]);
    const later = await start(two);

    expect(results.filter((result) => result.ok && !result.replayed)).toHaveLength(1);
    const first = results.find((result) => result.ok && !result.replayed);
    expect(later).toEqual({ ok: true, replayed: true, answer: { id: first?.ok && !first.replayed ? first.instance.id : '' } });
    expect((await one.instances.list({ tenantId, limit: 10 })).items).toHaveLength(1);
  });

  it('is refused for another request, and is free while the command was refused', async () => {
    const one = await store();
    await one.deploy(approval);
    const started = await startApproval(one);
    const instanceId = committed(started).instance.id;
    const run = (taskKey: string, hash: string) =>
      one.runtime.execute({ tenantId, instanceId, command: complete(taskKey), idempotency: idempotency('k2', hash) });

    expect(await run('e999', 'wrong')).toMatchObject({ ok: false, code: 'task-not-found' });
    expect(await run(keyOfTask(started), 'right')).toMatchObject({ ok: true, replayed: false });
    expect(await run(keyOfTask(started), 'right')).toMatchObject({ ok: true, replayed: true });
    expect(await run(keyOfTask(started), 'other')).toMatchObject({ ok: false, code: 'idempotency-key-reused' });
  });
});

describe('a lost connection', () => {
  it('loses nothing and does nothing twice while the database ends sessions', async () => {
    const one = await store();
    await one.deploy(automatic);
    const killer = new pg.Client({ connectionString: one.url });
    await killer.connect();
    let isOver = false;
    const killing = (async () => {
      while (!isOver) {
        await killer.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'baton-runtime'`);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    })();

    const results: ExecuteResult[] = [];
    for (let round = 0; round < 30; round++)
      results.push(
        ...(await Promise.all(
          Array.from({ length: 20 }, (_, n) => one.runtime.start({ tenantId, processKey: 'automatic', variables: { amount: n }, by: ANNA })),
        )),
      );
    isOver = true;
    await killing;
    await killer.end();

    expect(results.filter((result) => !result.ok)).toEqual([]);
    const { rows } = await one.pool.query<{ instances: number; logs: number }>(
      'SELECT (SELECT count(*)::int FROM instance) AS instances, (SELECT count(*)::int FROM instance_event) AS logs',
    );
    expect(rows[0]).toEqual({ instances: 600, logs: 600 });
  });
});

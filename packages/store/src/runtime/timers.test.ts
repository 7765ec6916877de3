import { process, type TestStore, testStore } from '@baton/testkit';
import { afterEach, expect, it } from 'vitest';

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

const pause = (key: string, duration: string) => process(key).start().timer('pause', { duration }).end().build().graph;
const statuses = async (on: TestStore) => (await on.instances.list({ tenantId, limit: 200 })).items.map((instance) => instance.status);
async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 20_000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('Expected it to happen within 20 s.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

it('fires when it is due, not before, and soon after', async () => {
  const one = await store();
  await one.deploy(pause('short', 'PT1S'));
  const loop = one.timers.run();

  const started = await one.begin('short');
  const ended = await one.instances.waitUntilEnded({ tenantId, instanceId: started.id, timeoutMs: 10_000 });
  await loop.stop();

  const took = Date.parse(ended?.endedAt ?? '') - Date.parse(started.startedAt);
  expect(took).toBeGreaterThanOrEqual(1000);
  expect(took).toBeLessThan(1500);
});

it('fires after a downtime what became due meanwhile, each once, on whichever of two nodes', async () => {
  const downtimeMs = 3 * 3_600_000;
  const before = await store();
  await before.deploy(pause('hour', 'PT1H'));
  await Promise.all(Array.from({ length: 100 }, () => before.begin('hour')));
  expect(await before.timers.claimDue({ limit: 10, leaseMs: 1000 })).toEqual([]);

  const later = () => Date.now() + downtimeMs;
  const one = await store({ url: before.url, clock: later });
  const two = await store({ url: before.url, clock: later });
  const loops = [one.timers.run({ batch: 20 }), two.timers.run({ batch: 20 })];
  await until(async () => (await statuses(one)).every((status) => status === 'completed'));
  await Promise.all(loops.map((loop) => loop.stop()));

  const { rows } = await one.pool.query<{ timers: number; fired: number }>(`SELECT (SELECT count(*)::int FROM timer) AS timers,
    (SELECT count(*)::int FROM instance_event, jsonb_array_elements(events) AS e WHERE e->>'type' = 'timer.fired') AS fired`);
  expect(rows[0]).toEqual({ timers: 0, fired: 100 });
  expect([...one.complaints, ...two.complaints]).toEqual([]);
});

it('that was claimed by a node which died is due again when the claim is over', async () => {
  let now = Date.now();
  const one = await store({ clock: () => now });
  await one.deploy(pause('hour', 'PT1H'));
  await one.begin('hour');
  now += 3_600_000;

  expect(await one.timers.claimDue({ limit: 10, leaseMs: 5000 })).toHaveLength(1);
  expect(await one.timers.claimDue({ limit: 10, leaseMs: 5000 })).toEqual([]);
  now += 5001;
  expect(await one.timers.claimDue({ limit: 10, leaseMs: 5000 })).toHaveLength(1);
});

it('goes away with the task that it watched', async () => {
  const one = await store();
  await one.deploy(process('watched').start().userTask('approve').boundary('late', { duration: 'PT1H' }).end('tooLate').from('approve').end().build().graph);
  const { id: instanceId } = await one.begin('watched');
  expect(await one.timers.nextDueAt()).not.toBeNull();
  const [task] = (await one.tasks.list({ tenantId, viewer: { userId: null, identities: [], groups: [] }, view: 'all', limit: 1 })).items;

  const taskKey = task?.id.slice(instanceId.length + 1) ?? '';
  await one.runtime.execute({ tenantId, instanceId, command: { type: 'completeTask', taskKey, variables: {}, by: { name: 'Anna' } } });

  expect(await one.timers.nextDueAt()).toBeNull();
});

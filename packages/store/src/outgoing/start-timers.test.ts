import type { Graph, TriggerOf } from '@baton/model';
import { process, type TestStore, testStore } from '@baton/testkit';
import { afterEach, expect, it } from 'vitest';

const open: TestStore[] = [];
const loops: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const loop of loops.splice(0)) await loop.stop();
  for (const store of open.splice(0).reverse()) await store.end();
});

const NOON = Date.parse('2026-03-02T12:00:00Z');
const HOUR = 3_600_000;

/** On a clock that stands until it is set. */
async function at(...graphs: Graph[]) {
  let now = NOON;
  const store = await testStore({ clock: () => now });
  open.push(store);
  await store.deploy(...graphs);
  loops.push(store.outgoing.run({ pollMs: 20 }));
  return {
    store,
    async pass(ms: number): Promise<void> {
      now += ms;
      await new Promise((resolve) => setTimeout(resolve, 250));
      await store.outgoing.idle();
    },
    started: async () => (await store.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM instance')).rows[0]?.n,
  };
}
const timed = (timer: Omit<TriggerOf<'timer'>, 'type'>, task = 'work'): Graph =>
  process('timed')
    .apart()
    .start('due', { trigger: { type: 'timer', ...timer } })
    .userTask(task)
    .end()
    .graph();

it('a date starts one instance at its time, not before', async () => {
  const { pass, started, store } = await at(timed({ date: '2026-03-02T13:00:00Z' }));

  await pass(HOUR - 1);
  expect(await started()).toBe(0);
  await pass(1);
  expect(await started()).toBe(1);
  await pass(100 * HOUR);
  expect(await started()).toBe(1);
  expect((await store.instances.list({ tenantId: 'default', limit: 1 })).items[0]).toMatchObject({ startedBy: { name: 'Timer' } });
});

it('a duration counts from publishing, and publishing the same again changes nothing', async () => {
  const graph = timed({ duration: 'PT1H' });
  const { store, pass, started } = await at(graph);

  await pass(HOUR / 2);
  await store.deploy(graph);
  await pass(HOUR / 2);

  expect(await started()).toBe(1);
});

it('a cycle starts one each time until it has run out, and after a pause only once', async () => {
  const { pass, started } = await at(timed({ cycle: 'R4/PT1H' }));

  await pass(HOUR);
  await pass(HOUR);
  expect(await started()).toBe(2);
  await pass(3.5 * HOUR);
  expect(await started()).toBe(3);
  await pass(HOUR);
  await pass(10 * HOUR);
  expect(await started()).toBe(4);
});

it('a cycle that catches up starts one for every time it missed', async () => {
  const { pass, started } = await at(timed({ cycle: 'R/PT1H', catchUp: 'all' }));

  await pass(3.5 * HOUR);

  await expect.poll(started, { timeout: 10_000 }).toBe(3);
  await pass(0);
  expect(await started()).toBe(3);
});

it('a cycle may be cron in a time zone', async () => {
  const { pass, started } = await at(timed({ cycle: '0 14 * * *', timeZone: 'Europe/Berlin' }));

  await pass(HOUR - 1);
  expect(await started()).toBe(0);
  await pass(1);
  expect(await started()).toBe(1);
  await pass(24 * HOUR);
  expect(await started()).toBe(2);
});

it('a new version takes the place of the former one and its timer', async () => {
  const { store, pass, started } = await at(timed({ duration: 'PT1H' }));

  await store.deploy(timed({ duration: 'PT5H' }, 'other'));
  await pass(2 * HOUR);
  expect(await started()).toBe(0);
  await pass(3 * HOUR);

  expect((await store.instances.list({ tenantId: 'default', limit: 1 })).items[0]).toMatchObject({ version: 2 });
});

it('one that can not be read refuses the version with a sentence', async () => {
  const { store } = await at();

  await expect(store.deploy(timed({ cycle: 'now and then' }))).rejects.toThrow(/Expected an ISO 8601 cycle.*“due”/);
  await expect(store.deploy(timed({ date: '=someday' }))).rejects.toThrow(/Expected “due” to need no variables/);
});

it('two nodes start one instance', async () => {
  const { store, pass, started } = await at(timed({ cycle: 'R/PT1H' }));
  const other = await testStore({ url: store.url, clock: () => NOON + HOUR });
  open.push(other);
  loops.push(other.outgoing.run({ pollMs: 20 }));

  await pass(HOUR);

  expect(await started()).toBe(1);
});

import type { Graph } from '@baton/model';
import { ANNA, process, type TestStore, testStore } from '@baton/testkit';
import { afterEach, describe, expect, it } from 'vitest';

const tenantId = 'default';
const open: TestStore[] = [];
const loops: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const loop of loops.splice(0)) await loop.stop();
  for (const store of open.splice(0).reverse()) await store.end();
});
/** With its loop, as a node runs it. */
async function node(...graphs: Graph[]): Promise<TestStore> {
  return started(await testStore(), graphs);
}
async function started(store: TestStore, graphs: Graph[] = [], sweepMs = 200): Promise<TestStore> {
  open.push(store);
  await store.deploy(...graphs);
  loops.push(store.outgoing.run({ pollMs: 50, sweepMs }));
  return store;
}

const payment = process('payment').start().message('paid', 'paid', { correlationKey: '=order' }).end().graph();
const ordering = process('ordering')
  .apart()
  .start('ordered', { trigger: { type: 'message', name: 'ordered' } })
  .userTask('pack')
  .end()
  .graph();

type More = { tenantId?: string; messageId?: string; timeToLiveMs?: number; variables?: Record<string, number> };
async function send(on: TestStore, name: string, correlationKey = '', more: More = {}) {
  const answer = await on.events.publishMessage({ tenantId, name, correlationKey, variables: {}, ...more });
  if (!answer.ok) throw new Error(answer.detail);
  return answer.message;
}
const statusOf = async (on: TestStore, instanceId: string) => (await on.instances.get({ tenantId, instanceId }))?.status;
async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 15_000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('Expected it to become true within 15 s, but it did not.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
const count = async (on: TestStore, sql: string) => (await on.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`)).rows[0]?.n;

describe('a message', () => {
  it('goes to the one who waits for its name and key, with its variables', async () => {
    const one = await node(payment);
    const mine = await one.begin('payment', { order: 'A1' });
    const other = await one.begin('payment', { order: 'B2' });

    const answer = await send(one, 'paid', 'A1', { variables: { amount: 7 } });

    expect(answer).toMatchObject({ outcome: 'correlated', instanceId: mine.id, isRepeated: false });
    expect(await statusOf(one, mine.id)).toBe('completed');
    expect(await one.instances.variables({ tenantId, instanceId: mine.id })).toMatchObject({ amount: 7 });
    expect(await statusOf(one, other.id)).toBe('active');
    expect(await count(one, 'subscription')).toBe(1);
  });

  it('that comes too early waits, and is taken by the first to listen', async () => {
    const one = await node(payment);

    expect(await send(one, 'paid', 'A1')).toMatchObject({ outcome: 'waiting', expiresAt: expect.any(String) });
    const { id } = await one.begin('payment', { order: 'A1' });

    await until(async () => (await statusOf(one, id)) === 'completed');
    const second = await one.begin('payment', { order: 'A1' });
    await one.outgoing.idle();
    expect(await statusOf(one, second.id)).toBe('active');
  });

  it('without time to live goes to whoever waits now, or to nobody', async () => {
    const one = await node(payment);

    expect(await send(one, 'paid', 'A1', { timeToLiveMs: 0 })).toMatchObject({ outcome: 'discarded' });
    const { id } = await one.begin('payment', { order: 'A1' });
    await one.outgoing.idle();

    expect(await statusOf(one, id)).toBe('active');
    expect(await send(one, 'paid', 'A1', { timeToLiveMs: 0 })).toMatchObject({ outcome: 'correlated', instanceId: id });
  });

  it('whose time is over is not taken any more', async () => {
    const one = await node(payment);
    await send(one, 'paid', 'A1', { timeToLiveMs: 100 });
    await new Promise((resolve) => setTimeout(resolve, 150));

    const { id } = await one.begin('payment', { order: 'A1' });
    await one.outgoing.idle();

    expect(await statusOf(one, id)).toBe('active');
  });

  it('sent twice with one id counts once, and tells where the first went', async () => {
    const one = await node(payment);
    const first = await one.begin('payment', { order: 'A1' });
    const second = await one.begin('payment', { order: 'A1' });

    const answers = [await send(one, 'paid', 'A1', { messageId: 'm1' }), await send(one, 'paid', 'A1', { messageId: 'm1' })];

    expect(answers).toMatchObject([
      { outcome: 'correlated', instanceId: first.id, isRepeated: false },
      { outcome: 'correlated', instanceId: first.id, isRepeated: true },
    ]);
    expect(await statusOf(one, second.id)).toBe('active');
    expect(await send(one, 'refunded', 'A1', { messageId: 'm1' })).toMatchObject({ isRepeated: false });
  });

  it('starts one instance where nobody waits for it', async () => {
    const one = await node(ordering);

    const answer = await send(one, 'ordered', '', { variables: { items: 3 } });

    expect(answer).toMatchObject({ outcome: 'started' });
    expect(await one.instances.variables({ tenantId, instanceId: answer.instanceId ?? '' })).toMatchObject({ items: 3, initiator: 'Message ordered' });
    expect(await count(one, 'instance')).toBe(1);
  });

  it('with a key starts no second instance while the first of that key runs; afterwards it does', async () => {
    const one = await node(ordering);
    const first = await send(one, 'ordered', 'A1');

    expect(await send(one, 'ordered', 'A1')).toMatchObject({ outcome: 'waiting' });
    expect(await send(one, 'ordered', 'B2')).toMatchObject({ outcome: 'started' });
    await one.runtime.execute({ tenantId, instanceId: first.instanceId ?? '', command: { type: 'cancel', by: ANNA } });

    await until(async () => (await count(one, `instance WHERE correlation_key = 'A1'`)) === 2);
  });

  it('of one key sent to two nodes at once starts one instance', async () => {
    const one = await node(ordering);
    const two = await started(await testStore({ url: one.url }));

    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => send(n % 2 ? one : two, 'ordered', 'same')));

    expect(answers.filter(({ outcome }) => outcome === 'started')).toHaveLength(1);
    expect(answers.filter(({ outcome }) => outcome === 'waiting')).toHaveLength(19);
    expect(await count(one, 'instance')).toBe(1);
  });

  it('waits for a process that is published later', async () => {
    const one = await started(await testStore(), [], 600_000);
    await send(one, 'ordered');

    await one.deploy(ordering);

    await until(async () => (await count(one, 'instance')) === 1);
  });

  it('and its receiver never miss each other, whichever comes first, on one node or two', async () => {
    const one = await node(payment);
    const two = await started(await testStore({ url: one.url }));

    const pairs = Array.from({ length: 100 }, async (_, n) => {
      const order = `race-${n}`;
      const begin = () => (n % 2 ? one : two).begin('payment', { order });
      const publish = () => (n % 3 ? one : two).events.publishMessage({ tenantId, name: 'paid', correlationKey: order, variables: {} });
      await Promise.all(n % 4 < 2 ? [begin(), publish()] : [publish(), begin()]);
    });
    await Promise.all(pairs);

    await until(async () => (await count(one, `instance WHERE status = 'completed'`)) === 100);
    expect(await count(one, 'subscription')).toBe(0);
    expect(await count(one, 'message WHERE taken_by IS NULL')).toBe(0);
  });

  it('is given to one of several who wait, each time another', async () => {
    const one = await node(payment);
    const two = await started(await testStore({ url: one.url }));
    for (let n = 0; n < 20; n++) await one.begin('payment', { order: 'A1' });

    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => send(n % 2 ? one : two, 'paid', 'A1')));

    await until(async () => (await count(one, `instance WHERE status = 'completed'`)) === 20);
    expect(new Set(answers.map(({ instanceId }) => instanceId)).size).toBeGreaterThan(1);
  });

  it('starts a process at any of the places where it may begin', async () => {
    const receiving = process('receiving').apart().receive('got', 'letter', { instantiate: true }).userTask('read').end().graph();
    const choosing = process('choosing')
      .apart()
      .eventGateway('first', { instantiate: true })
      .message('called', 'call')
      .userTask('answer')
      .from('first')
      .message('wrote', 'mail')
      .userTask('reply')
      .graph();
    const several = process('several')
      .apart()
      .start('either', {
        trigger: {
          type: 'multiple',
          triggers: [
            { type: 'message', name: 'fax' },
            { type: 'message', name: 'telex' },
          ],
        },
      })
      .userTask('file')
      .end()
      .graph();
    const one = await node(receiving, choosing, several);

    const standsAt = async (name: string) => {
      const { outcome, instanceId = '' } = await send(one, name);
      return [outcome, (await one.instances.get({ tenantId, instanceId }))?.waitingAt.map(({ elementId }) => elementId)];
    };

    expect(await standsAt('letter')).toEqual(['started', ['read']]);
    expect(await standsAt('mail')).toEqual(['started', ['reply']]);
    expect(await standsAt('call')).toEqual(['started', ['answer']]);
    expect(await standsAt('telex')).toEqual(['started', ['file']]);
    expect(await count(one, 'start_subscription')).toBe(5);
  });

  it('that starts a process is not heard by its former version', async () => {
    const one = await node(ordering);

    await one.deploy({
      ...ordering,
      elements: ordering.elements.map((element) => (element.id === 'ordered' ? { id: 'ordered', type: 'startEvent' } : element)),
    });

    expect(await send(one, 'ordered')).toMatchObject({ outcome: 'waiting' });
  });

  it('comes to a receiver that was suspended when it goes on', async () => {
    const one = await node(payment);
    const { id } = await one.begin('payment', { order: 'A1' });
    await one.pool.query(`UPDATE instance SET status = 'suspended' WHERE id = $1`, [id]);

    expect(await send(one, 'paid', 'A1')).toMatchObject({ outcome: 'waiting' });
    await one.pool.query(`UPDATE instance SET status = 'active' WHERE id = $1`, [id]);

    await until(async () => (await statusOf(one, id)) === 'completed');
  });

  it('thrown by one process is caught by another', async () => {
    const thrower = process('thrower').start().throwMessage('tell', 'paid', { correlationKey: '=order' }).end().graph();
    const one = await node(payment, thrower);
    const { id } = await one.begin('payment', { order: 'A1' });

    await one.begin('thrower', { order: 'A1' });

    await until(async () => (await statusOf(one, id)) === 'completed');
  });

  it('that a node wrote and could not deliver before it died is delivered by another', async () => {
    const thrower = process('thrower').start().throwMessage('tell', 'paid', { correlationKey: '=order', timeToLive: 'PT0S' }).end().graph();
    const dead = await testStore();
    open.push(dead);
    await dead.deploy(payment, thrower);
    const { id } = await dead.begin('payment', { order: 'A1' });
    await dead.begin('thrower', { order: 'A1' });

    const other = await started(await testStore({ url: dead.url }));

    await until(async () => (await statusOf(other, id)) === 'completed');
  });

  it('of another tenant is not heard', async () => {
    const one = await node(payment, ordering);
    const { id } = await one.begin('payment', { order: 'A1' });

    expect(await send(one, 'paid', 'A1', { tenantId: 'other' })).toMatchObject({ outcome: 'waiting' });
    expect(await send(one, 'ordered', '', { tenantId: 'other' })).toMatchObject({ outcome: 'waiting' });
    expect(await statusOf(one, id)).toBe('active');
  });

  it('whose variables the receiver can not take in is refused, and was never sent', async () => {
    const declared = process('declared')
      .variable({ name: 'items', type: 'number' })
      .apart()
      .start('ordered', { trigger: { type: 'message', name: 'ordered' } })
      .userTask('pack')
      .end()
      .graph();
    const one = await node(declared);

    const answer = await one.events.publishMessage({ tenantId, name: 'ordered', correlationKey: '', variables: { items: 'many' } });

    expect(answer).toMatchObject({ ok: false, code: 'variable-invalid' });
    expect(await count(one, 'message')).toBe(0);
    expect(await count(one, 'instance')).toBe(0);
  });

  it('may have a name and a key longer than an index takes', async () => {
    const one = await node(payment);
    const order = 'x'.repeat(10_000);
    const { id } = await one.begin('payment', { order });

    expect(await send(one, 'paid', order)).toMatchObject({ outcome: 'correlated', instanceId: id });
  });
});

describe('a signal', () => {
  it('is heard by all who wait in the tenant, and starts those it starts', async () => {
    const waits = process('waits').start().signal('alarm', 'alarm').end().graph();
    const begins = process('begins')
      .apart()
      .start('alarmed', { trigger: { type: 'signal', name: 'alarm' } })
      .userTask('look')
      .end()
      .graph();
    const one = await node(waits, begins);
    for (let n = 0; n < 5; n++) await one.begin('waits');

    const answer = await one.events.broadcastSignal({ tenantId, name: 'alarm', variables: { where: 'roof' } });

    expect(answer).toMatchObject({ heard: 5, started: [expect.any(String)] });
    expect(await count(one, `instance WHERE process_key = 'waits' AND status = 'completed'`)).toBe(5);
    expect(await one.instances.variables({ tenantId, instanceId: answer.started[0] ?? '' })).toMatchObject({ where: 'roof' });
    expect(await count(one, 'outbox')).toBe(0);
    expect(await one.events.broadcastSignal({ tenantId: 'other', name: 'alarm', variables: {} })).toEqual({ heard: 0, started: [] });
  });

  it('that a thousand wait for is heard by each once', async () => {
    const waits = process('waits').start().signal('alarm', 'alarm').end().graph();
    const one = await node(waits);
    await Promise.all(Array.from({ length: 1000 }, () => one.begin('waits')));

    const began = performance.now();
    const answer = await one.events.broadcastSignal({ tenantId, name: 'alarm', variables: {} });

    expect(answer.heard).toBe(1000);
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(await count(one, `instance WHERE status = 'completed'`)).toBe(1000);
  });

  it('thrown by a process is heard by others', async () => {
    const waits = process('waits').start().signal('alarm', 'alarm').end().graph();
    const throws = process('throws').start().throwSignal('cry', 'alarm').end().graph();
    const one = await node(waits, throws);
    const { id } = await one.begin('waits');

    await one.begin('throws');

    await until(async () => (await statusOf(one, id)) === 'completed');
    await until(async () => (await count(one, 'outbox')) === 0);
  });
});

describe('a condition over variables from outside', () => {
  it('starts the processes for which it is true, and says which could not be evaluated', async () => {
    const on = (key: string, condition: string) =>
      process(key)
        .apart()
        .start('when', { trigger: { type: 'conditional', condition } })
        .userTask('act')
        .end()
        .graph();
    const one = await node(on('hot', '=temperature > 30'), on('cold', '=temperature < 0'), on('odd', '=humidity'));

    const answer = await one.events.evaluateConditions({ tenantId, variables: { temperature: 35, humidity: 4 } });

    expect(answer.started).toMatchObject([{ processKey: 'hot' }]);
    expect(answer.failed).toMatchObject([{ processKey: 'odd', elementId: 'when' }]);
  });
});

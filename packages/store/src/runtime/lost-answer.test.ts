import { connect, createServer, type Socket } from 'node:net';
import { ANNA, process, type TestStore, testStore } from '@baton/testkit';
import { afterEach, expect, it } from 'vitest';

const tenantId = 'default';
const open: { end(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.end();
});

/** A way to the database that breaks off at some commits when their answer comes back: done, but nobody hears of it. */
async function forgetfulProxy(url: string, breaksOff: () => boolean) {
  const target = new URL(url);
  const port = Number(target.port);
  const sockets = new Set<Socket>();
  let lost = 0;
  const server = createServer((client) => {
    const database = connect(port, target.hostname);
    let isCommitting = false;
    client.on('data', (chunk) => {
      isCommitting ||= chunk.includes('commit_');
      database.write(chunk);
    });
    database.on('data', (chunk) => {
      if (isCommitting && breaksOff()) {
        lost++;
        client.destroy();
        database.destroy();
      } else client.write(chunk);
      isCommitting = false;
    });
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  target.port = String(typeof address === 'object' && address ? address.port : 0);
  open.push({
    async end() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  });
  return { url: target.href, lost: () => lost };
}

async function behindProxy(): Promise<{ direct: TestStore; through: TestStore; lost: () => number }> {
  const direct = await testStore();
  open.push(direct);
  let commits = 0;
  const proxy = await forgetfulProxy(direct.url, () => ++commits % 3 === 0);
  const through = await testStore({ url: proxy.url });
  open.push(through);
  return { direct, through, lost: proxy.lost };
}

it('a start whose answer was lost is found done, not done again', async () => {
  const { direct, through, lost } = await behindProxy();
  await direct.deploy(process('automatic').start().script('double', 'total', 'amount * 2').end().graph());

  const results = [];
  for (let n = 0; n < 30; n++)
    results.push(
      ...(await Promise.all([1, 2, 3].map((amount) => through.runtime.start({ tenantId, processKey: 'automatic', variables: { amount }, by: ANNA })))),
    );

  expect(lost()).toBeGreaterThan(5);
  expect(results.filter((result) => !result.ok)).toEqual([]);
  const ids = new Set(results.flatMap((result) => (result.ok && !result.replayed ? [result.instance.id] : [])));
  const { rows } = await direct.pool.query<{ id: string }>('SELECT id FROM instance');
  expect(new Set(rows.map((row) => row.id))).toEqual(ids);
  expect(rows).toHaveLength(90);
});

it('a completion whose answer was lost is answered as done, and was done once', async () => {
  const { direct, through, lost } = await behindProxy();
  await direct.deploy(process('approval').start().userTask('approve').end().graph());

  for (let n = 0; n < 15; n++) {
    const { id: instanceId } = await direct.begin('approval');
    const { rows } = await direct.pool.query<{ key: string }>(`SELECT key FROM task WHERE instance_id = $1`, [instanceId]);
    const result = await through.runtime.execute({
      tenantId,
      instanceId,
      command: { type: 'completeTask', taskKey: rows[0]?.key ?? '', variables: {}, by: ANNA },
    });
    expect(result).toMatchObject({ ok: true, replayed: false, instance: { status: 'completed' } });
  }

  expect(lost()).toBeGreaterThan(2);
  const completed = await direct.pool.query(`SELECT 1 FROM instance_event, jsonb_array_elements(events) AS e WHERE e->>'type' = 'task.completed'`);
  expect(completed.rows).toHaveLength(15);
});

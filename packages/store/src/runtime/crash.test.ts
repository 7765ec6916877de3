import { ANNA, committed, nodeProcess, process, testStore } from '@baton/testkit';
import { expect, it } from 'vitest';

const tenantId = 'default';
const approval = process('approval').start().script('count', 'counted', 'n + 1').userTask('approve').script('more', 'total', 'counted + 1').end().build().graph;

/** Starts instances and completes every second one's task, as fast as it can, and prints what was answered. */
const NODE = `
  import { openStore } from '@baton/store';
  const store = await openStore({ databaseUrl: process.env.CRASH_URL, log: () => {} });
  const by = { userId: 'ben', name: 'Ben' };
  async function work() {
    for (let n = 0; ; n++) {
      const started = await store.runtime.start({ tenantId: 'default', processKey: 'approval', variables: { n }, by });
      if (!started.ok) continue;
      console.log('started ' + started.instance.id);
      const taskKey = started.effects.find((effect) => effect.kind === 'task.open').key;
      if (n % 2) continue;
      const done = await store.runtime.execute({ tenantId: 'default', instanceId: started.instance.id, command: { type: 'completeTask', taskKey, variables: {}, by } });
      if (done.ok) console.log('completed ' + started.instance.id);
    }
  }
  await Promise.all(Array.from({ length: 32 }, work));
`;

it('everything that was acknowledged is there after kill -9 in the middle of load, and goes on', async () => {
  const one = await testStore();
  await one.deploy(approval);

  const acknowledged: string[] = [];
  for (let round = 0; round < 3; round++) {
    const node = nodeProcess(NODE, { CRASH_URL: one.url });
    await node.untilLines(300 + 150 * round);
    await node.kill();
    acknowledged.push(...node.lines);
  }

  const { rows } = await one.pool.query<{ id: string; status: string; seq: number; events: number; last: number }>(
    `SELECT i.id, i.status, i.seq, sum(jsonb_array_length(e.events))::int AS events, max(e.last_seq) AS last
      FROM instance i JOIN instance_event e ON e.tenant_id = i.tenant_id AND e.instance_id = i.id GROUP BY i.tenant_id, i.id`,
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  for (const line of acknowledged) {
    const [what, id = ''] = line.split(' ');
    expect(found.has(id), line).toBe(true);
    if (what === 'completed') expect(found.get(id)?.status, line).toBe('completed');
  }
  // Nothing is half there: each log ends where its state does, without a gap, and every instance that waits has its task.
  for (const row of rows) expect({ events: row.events, last: row.last }).toEqual({ events: row.seq, last: row.seq });
  const orphans = await one.pool.query(
    `SELECT id FROM instance i WHERE (status = 'active') <> EXISTS (SELECT 1 FROM task t WHERE t.tenant_id = i.tenant_id AND t.instance_id = i.id AND t.status IN ('open', 'claimed'))`,
  );
  expect(orphans.rows).toEqual([]);

  const waiting = await one.pool.query<{ instance_id: string; key: string }>(`SELECT instance_id, key FROM task WHERE status = 'open'`);
  expect(waiting.rows.length).toBeGreaterThan(0);
  const results = await Promise.all(
    waiting.rows.map(({ instance_id, key }) =>
      one.runtime.execute({ tenantId, instanceId: instance_id, command: { type: 'completeTask', taskKey: key, variables: {}, by: ANNA } }),
    ),
  );
  expect(results.every((result) => committed(result).instance.status === 'completed')).toBe(true);
  await one.end();
});

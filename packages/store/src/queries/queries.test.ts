import type { Json } from '@baton/engine';
import { ANNA, BEN, committed, process, type TestStore, testStore } from '@baton/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseRowId } from '../ids.ts';
import { CursorInvalid } from '../result.ts';
import type { Viewer } from './task-queries.ts';

const tenantId = 'default';
let store: TestStore;
beforeEach(async () => {
  store = await testStore();
});
afterEach(() => store.end());

const invoice = process('invoice', 'Invoice approval')
  .variable({ name: 'amount', type: 'money', label: 'Amount', isKeyFact: true, currency: 'EUR' })
  .start('start', { form: { fields: [{ key: 'amount', type: 'money', label: 'Amount' }] } })
  .userTask('approve', { name: 'Approve invoice', candidateGroups: ['finance'], candidateUsers: ['carl'], approval: {} })
  .userTask('pay', { name: 'Pay', assignee: '=initiator' })
  .end()
  .graph();

const as = (userId: string, groups: string[] = []): Viewer => ({ userId, identities: [userId], groups });
const nobody = as('nobody');
const everyPage = async <T>(read: (cursor: string | undefined) => Promise<{ items: T[]; nextCursor: string | null }>): Promise<T[]> => {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    all.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return all;
};
const act = (
  taskId: string,
  command: { type: 'claimTask' } | { type: 'completeTask'; variables: { [name: string]: Json }; outcome?: string; comment?: string },
  by = BEN,
) => {
  const { instanceId = '', key = '' } = parseRowId(taskId) ?? {};
  return store.runtime.execute({ tenantId, instanceId, command: { ...command, taskKey: key, by } });
};

describe('processes', () => {
  const draft = (graph: Json, checksum: string) => ({ graph, checksum, state: new Uint8Array([1, 2, 3]) });

  it('go from draft to live to draft-ahead, and back when the draft says the same again', async () => {
    const key = 'invoice';
    await store.processes.createDraft({ tenantId, key, name: 'Invoice approval', by: ANNA, ...draft(invoice as unknown as Json, 'a') });
    const status = async () => (await store.processes.get({ tenantId, key }))?.status;
    expect(await status()).toBe('draft');

    await store.processes.publish({ tenantId, by: ANNA, processes: [{ graph: invoice, checksum: 'a', draftState: null }] });
    expect(await status()).toBe('live');
    await store.processes.replaceDraft({ tenantId, key, by: BEN, ifMatch: null, ...draft(invoice as unknown as Json, 'b') });
    expect(await status()).toBe('draft-ahead');
    await store.processes.replaceDraft({ tenantId, key, by: BEN, ifMatch: null, ...draft(invoice as unknown as Json, 'a') });
    expect(await status()).toBe('live');
  });

  it('get a new version only when their meaning has changed', async () => {
    const publish = (checksum: string) =>
      store.processes.publish({ tenantId, by: ANNA, processes: [{ graph: invoice, checksum, draftState: new Uint8Array([1]) }] });

    expect(await publish('a')).toMatchObject([{ version: 1, changed: true }]);
    expect(await publish('a')).toMatchObject([{ version: 1, changed: false }]);
    expect(await Promise.all([publish('b'), publish('b'), publish('b')])).toMatchObject([[{ version: 2 }], [{ version: 2 }], [{ version: 2 }]]);
    expect((await store.processes.get({ tenantId, key: 'invoice' }))?.versions.map((one) => one.version)).toEqual([2, 1]);
    expect(await store.processes.version({ tenantId, key: 'invoice', version: 'latest' })).toMatchObject({ version: 2, checksum: 'b' });
    expect(await store.processes.draft({ tenantId, key: 'invoice' })).toMatchObject({ basedOn: 1, etag: '1' });
  });

  it('count what runs and what needs attention, and say how they are started', async () => {
    await store.deploy(invoice);
    await store.begin('invoice', { amount: 10 });

    const { items } = await store.processes.list({ tenantId, limit: 10, startable: true });

    expect(items).toMatchObject([{ key: 'invoice', running: 1, needsAttention: 0, isStartable: true, startForm: { fields: [{ key: 'amount' }] }, version: 1 }]);
  });

  it('keep a draft that was saved on an old reading from overwriting a newer one', async () => {
    const key = 'p';
    await store.processes.createDraft({ tenantId, key, name: 'P', by: ANNA, ...draft({ name: 'P' }, 'a') });
    const read = await store.processes.draft({ tenantId, key });
    const save = (by: typeof ANNA) => store.processes.replaceDraft({ tenantId, key, by, ifMatch: read?.etag ?? '', ...draft({ name: by.name }, by.name) });

    const results = await Promise.all([save(ANNA), save(BEN)]);

    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({ code: 'draft-changed' });
  });

  it('lose no merge of two people at once', async () => {
    const key = 'p';
    await store.processes.createDraft({ tenantId, key, name: 'P', by: ANNA, graph: {}, checksum: '', state: new Uint8Array() });
    const merge = (byte: number) =>
      store.processes.mergeDraft({ tenantId, key, by: ANNA, merge: (state) => ({ graph: {}, checksum: '', state: new Uint8Array([...state, byte]) }) });

    await Promise.all(Array.from({ length: 20 }, (_, n) => merge(n)));

    expect([...((await store.processes.draft({ tenantId, key }))?.state ?? [])].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  it('are deleted only while they were never published', async () => {
    await store.processes.createDraft({ tenantId, key: 'p', name: 'P', by: ANNA, ...draft({}, '') });
    await store.deploy(invoice);

    expect(await store.processes.createDraft({ tenantId, key: 'p', name: 'P', by: ANNA, ...draft({}, '') })).toMatchObject({ code: 'already-exists' });
    expect(await store.processes.deleteDraft({ tenantId, key: 'p' })).toEqual({ ok: true });
    expect(await store.processes.deleteDraft({ tenantId, key: 'p' })).toMatchObject({ code: 'not-found' });
    expect(await store.processes.deleteDraft({ tenantId, key: 'invoice' })).toMatchObject({ code: 'in-use' });
  });
});

describe('instances', () => {
  it('are found by everything one may ask for, page by page, those started last first', async () => {
    await store.deploy(invoice, process('other').start().script('fails', 'x', '1 + "a"').end().graph());
    for (let n = 0; n < 7; n++)
      committed(await store.runtime.start({ tenantId, processKey: 'invoice', businessKey: `INV-${n}`, variables: { amount: n }, by: n < 2 ? BEN : ANNA }));
    const failing = await store.begin('other');
    const list = (filter: object) => everyPage((cursor) => store.instances.list({ tenantId, limit: 3, cursor, ...filter }));
    const keys = (found: { businessKey: string | null }[]) => found.map((one) => one.businessKey);

    expect(keys(await list({ processKey: 'invoice' }))).toEqual(['INV-6', 'INV-5', 'INV-4', 'INV-3', 'INV-2', 'INV-1', 'INV-0']);
    expect(await list({})).toHaveLength(8);
    expect(keys(await list({ businessKey: 'INV-3' }))).toEqual(['INV-3']);
    expect(keys(await list({ search: 'INV-' }))).toHaveLength(7);
    expect(keys(await list({ search: 'voice appr' }))).toHaveLength(7);
    expect(keys(await list({ startedByUserId: 'ben' }))).toEqual(['INV-1', 'INV-0']);
    expect(await list({ elementId: 'approve' })).toHaveLength(7);
    expect(await list({ elementId: 'pay' })).toEqual([]);
    expect(await list({ hasIncident: true })).toMatchObject([{ id: failing.id }]);
    expect(await list({ status: 'completed' })).toEqual([]);
    expect(await list({ startedAfter: new Date(Date.now() + 60_000).toISOString() })).toEqual([]);
    expect(await list({ startedBefore: new Date(Date.now() + 60_000).toISOString(), startedAfter: new Date(Date.now() - 60_000).toISOString() })).toHaveLength(
      8,
    );
    await expect(store.instances.list({ tenantId, limit: 3, cursor: 'nonsense' })).rejects.toThrow(CursorInvalid);
    expect(await store.instances.list({ tenantId: 'another', limit: 3 })).toEqual({ items: [], nextCursor: null });
  });

  it('tell where they stand and what became of their elements', async () => {
    await store.deploy(invoice);
    const { id: instanceId, waitingAt } = await store.begin('invoice', { amount: 1 });
    expect(waitingAt).toEqual([{ elementId: 'approve', name: 'Approve invoice', type: 'userTask' }]);
    const [task] = (await store.tasks.list({ tenantId, viewer: nobody, view: 'all', limit: 1 })).items;
    committed(await act(task?.id ?? '', { type: 'completeTask', variables: {}, outcome: 'approve' }));

    const elements = await everyPage(
      async (cursor) => (await store.instances.elements({ tenantId, instanceId, limit: 2, cursor })) ?? { items: [], nextCursor: null },
    );

    expect(elements.map((element) => [element.elementId, element.state])).toEqual([
      ['invoice', 'active'],
      ['start', 'completed'],
      ['approve', 'completed'],
      ['pay', 'active'],
    ]);
    expect(await store.instances.elements({ tenantId: 'another', instanceId, limit: 2 })).toBeNull();
    const all = (await store.instances.events({ tenantId, instanceId, afterSeq: 0, limit: 500 })) ?? [];
    expect((await store.instances.events({ tenantId, instanceId, afterSeq: 5, limit: 3 }))?.map((event) => event.seq)).toEqual([6, 7, 8]);
    expect(all.map((event) => event.seq)).toEqual(all.map((_, index) => index + 1));
  });

  it('concern who started them and whose tasks they have', async () => {
    await store.deploy(invoice);
    const { id: instanceId } = await store.begin('invoice', { amount: 1 });
    const isInvolved = (who: string, groups: string[] = []) => store.instances.isInvolved({ tenantId, instanceId, identities: [who], groups });

    expect([await isInvolved('anna'), await isInvolved('carl'), await isInvolved('x', ['finance']), await isInvolved('x', ['sales'])]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('tasks', () => {
  it('are shown to those who may take them, with key facts and outcomes', async () => {
    await store.deploy(invoice);
    await store.begin('invoice', { amount: 99 });
    const seen = async (viewer: Viewer, view: 'mine' | 'candidate') => (await store.tasks.list({ tenantId, viewer, view, limit: 10 })).items;

    expect(await seen(as('x', ['finance']), 'candidate')).toMatchObject([
      {
        name: 'Approve invoice',
        status: 'open',
        assignee: null,
        candidateGroups: ['finance'],
        candidateUsers: ['carl'],
        requester: ANNA,
        keyFacts: [{ name: 'amount', value: 99, currency: 'EUR' }],
        outcomes: [{ value: 'approve' }, { value: 'reject' }],
      },
    ]);
    expect(await seen(as('carl'), 'candidate')).toHaveLength(1);
    expect(await seen(as('x', ['sales']), 'candidate')).toEqual([]);
    expect(await seen(as('carl'), 'mine')).toEqual([]);
  });

  it('move from candidates to whoever takes them, and then to who did them', async () => {
    await store.deploy(invoice);
    await store.begin('invoice', { amount: 1 });
    const counts = (viewer: Viewer) => store.tasks.counts({ tenantId, viewer });
    const [task] = (await store.tasks.list({ tenantId, viewer: as('ben', ['finance']), view: 'candidate', limit: 1 })).items;
    const taskId = task?.id ?? '';
    expect(await counts(as('ben', ['finance']))).toEqual({ mine: 0, candidate: 1, done: 0 });

    committed(await act(taskId, { type: 'claimTask' }));
    expect(await counts(as('ben', ['finance']))).toEqual({ mine: 1, candidate: 0, done: 0 });
    expect(await store.tasks.get({ tenantId, taskId })).toMatchObject({ status: 'claimed', assignee: { userId: 'ben' } });

    committed(await act(taskId, { type: 'completeTask', variables: {}, outcome: 'reject', comment: 'too much' }));
    expect(await counts(as('ben', ['finance']))).toEqual({ mine: 0, candidate: 0, done: 1 });
    expect(await store.tasks.list({ tenantId, viewer: as('ben'), view: 'mine', status: 'completed', limit: 5 })).toMatchObject({
      items: [{ id: taskId, status: 'completed', completedBy: BEN, outcome: 'reject', comment: 'too much' }],
    });
    expect(await counts(as('anna'))).toMatchObject({ mine: 1 });
  });

  it('show key facts as the process has changed them', async () => {
    await store.deploy(invoice);
    const { id: instanceId } = await store.begin('invoice', { amount: 1 });
    await store.runtime.execute({ tenantId, instanceId, command: { type: 'setVariables', variables: { amount: 2 }, by: ANNA } });

    expect((await store.tasks.list({ tenantId, viewer: nobody, view: 'all', limit: 1 })).items[0]?.keyFacts).toMatchObject([{ value: 2 }]);
  });

  it('come by what is due first, and no page repeats or leaves out one', async () => {
    const dated = process('dated').start().userTask('t', { dueDate: '=due', priority: '=priority' }).end().graph();
    await store.deploy(dated);
    for (let n = 0; n < 9; n++) await store.begin('dated', { priority: n % 2 ? 10 : 90, due: n < 6 ? `2027-01-0${1 + (n % 3)}T00:00:00Z` : null });

    const all = await everyPage((cursor) => store.tasks.list({ tenantId, viewer: nobody, view: 'all', limit: 2, cursor }));

    expect(new Set(all.map((task) => task.id)).size).toBe(9);
    const order = all.map((task) => [task.dueAt ?? '9', 100 - task.priority] as const);
    expect(order).toEqual([...order].sort((a, b) => a[0].localeCompare(b[0]) || a[1] - b[1]));
  });

  it('keep what somebody has typed, for them only', async () => {
    await store.deploy(invoice);
    await store.begin('invoice', { amount: 1 });
    const [task] = (await store.tasks.list({ tenantId, viewer: nobody, view: 'all', limit: 1 })).items;
    const taskId = task?.id ?? '';

    await store.tasks.saveDraft({ tenantId, taskId, userId: 'ben', variables: { note: 'hm' }, comment: null });
    await store.tasks.saveDraft({ tenantId, taskId, userId: 'ben', variables: { note: 'yes' }, comment: 'c' });

    expect(await store.tasks.draft({ tenantId, taskId, userId: 'ben' })).toMatchObject({ variables: { note: 'yes' }, comment: 'c' });
    expect(await store.tasks.draft({ tenantId, taskId, userId: 'anna' })).toEqual({ variables: {}, comment: null, savedAt: null });
    expect(await store.tasks.variables({ tenantId, taskId })).toMatchObject({ amount: 1 });
  });
});

describe('people', () => {
  const user = (id: string, roles: string[]) => store.prisma.user.create({ data: { id, name: id, email: `${id}@example.com`, roles } });

  it('have roles and groups, and the last administrator stays one', async () => {
    await user('ada', ['administrator']);
    await user('bob', ['member']);
    await store.people.createGroup({ tenantId, name: 'finance', members: ['bob'] });

    expect(await store.people.user({ tenantId, userId: 'bob' })).toMatchObject({ roles: ['member'], groups: ['finance'], isActive: true });
    expect(await store.people.updateUser({ tenantId, userId: 'ada', roles: ['member'] })).toMatchObject({ ok: false, code: 'in-use' });
    expect(await store.people.updateUser({ tenantId, userId: 'ada', isActive: false })).toMatchObject({ ok: false, code: 'in-use' });
    expect(await store.people.updateUser({ tenantId, userId: 'bob', roles: ['administrator'], groups: [] })).toMatchObject({
      ok: true,
      user: { roles: ['administrator'], groups: [] },
    });
    expect(await store.people.updateUser({ tenantId, userId: 'ada', roles: ['member'] })).toMatchObject({ ok: true });
    expect(await store.people.updateUser({ tenantId: 'another', userId: 'ada', name: 'Eve' })).toMatchObject({ code: 'not-found' });
  });

  it('are in groups with names of their own', async () => {
    await user('bob', ['member']);
    const made = await store.people.createGroup({ tenantId, name: 'sales' });
    const id = made.ok ? made.group.id : '';

    expect(await store.people.createGroup({ tenantId, name: 'sales' })).toMatchObject({ code: 'already-exists' });
    expect(await store.people.createGroup({ tenantId, name: 'ghosts', members: ['nobody'] })).toMatchObject({ code: 'not-found' });
    expect((await store.people.listGroups({ tenantId, limit: 10 })).items.map((group) => group.name)).toEqual(['sales']);
    expect(await store.people.updateGroup({ tenantId, id, name: 'selling', members: ['bob'] })).toMatchObject({
      ok: true,
      group: { name: 'selling', members: [{ id: 'bob' }] },
    });
    expect(await store.people.pick({ tenantId, search: 'sel' })).toMatchObject({ users: [], groups: [{ name: 'selling' }] });
    expect(await store.people.deleteGroup({ tenantId, id })).toBe(true);
  });

  it('are let in once by the setup link, and not when there is an administrator', async () => {
    await store.people.putSetupToken({ tenantId, hash: 'h', expiresAt: new Date(Date.now() + 60_000) });
    const results = await Promise.all([1, 2, 3].map(() => store.people.takeSetupToken({ tenantId, hash: 'h' })));
    expect(results.filter(Boolean)).toHaveLength(1);

    await user('ada', ['administrator']);
    await store.people.putSetupToken({ tenantId, hash: 'h', expiresAt: new Date(Date.now() + 60_000) });
    expect(await store.people.takeSetupToken({ tenantId, hash: 'h' })).toBe(false);
    expect(await store.people.hasAdministrator(tenantId)).toBe(true);
  });

  it('or programs come with a key of which only the hash is kept', async () => {
    await store.people.ensureApiKey({ tenantId, name: 'env', hash: 'one', roles: ['administrator'] });
    await store.people.ensureApiKey({ tenantId, name: 'env', hash: 'two', roles: ['administrator'] });

    expect(await store.people.apiKey('one')).toBeNull();
    expect(await store.people.apiKey('two')).toMatchObject({ tenantId, roles: ['administrator'] });
  });
});

describe('an idempotency key of other calls', () => {
  it('runs the work once and gives its answer again', async () => {
    let runs = 0;
    const once = (requestHash = 'a') => store.idempotency.once({ tenantId, scope: 's', key: 'k', requestHash }, async () => ({ runs: ++runs }));

    expect(await once()).toEqual({ ok: true, replayed: false, answer: { runs: 1 } });
    expect(await once()).toEqual({ ok: true, replayed: true, answer: { runs: 1 } });
    expect(await once('b')).toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('is free again when the work failed', async () => {
    const request = { tenantId, scope: 's', key: 'k', requestHash: 'a' };

    await expect(store.idempotency.once(request, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await store.idempotency.once(request, async () => 1)).toMatchObject({ ok: true, answer: 1 });
  });
});

it('maintenance makes the months of the log ahead of time, again and again', async () => {
  await store.maintain();
  await store.maintain();

  const { rows } = await store.pool.query(`SELECT inhrelid FROM pg_inherits WHERE inhparent = 'instance_event'::regclass`);
  expect(rows).toHaveLength(4);
  expect(await store.isReady()).toBe(true);
});

it('a month whose events came before its partition is left in the default one', async () => {
  await store.deploy(invoice);
  const { id: instanceId } = await store.begin('invoice', { amount: 1 });

  await store.maintain();

  expect((await store.instances.events({ tenantId, instanceId, afterSeq: 0, limit: 5 }))?.length).toBe(5);
});

it('the audit log is listed newest first', async () => {
  await store.audit.append({ tenantId, by: ANNA, action: 'group.created', subject: 'group:1' });
  await store.audit.append({ tenantId, by: BEN, action: 'group.deleted', subject: 'group:1', detail: { name: 'x' } });

  expect((await store.audit.list({ tenantId, limit: 10 })).items).toMatchObject([
    { action: 'group.deleted', by: BEN, detail: { name: 'x' } },
    { action: 'group.created' },
  ]);
});

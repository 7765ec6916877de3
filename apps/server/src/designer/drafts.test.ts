import { draftAfterUpdate, draftSaying } from '@baton/draft';
import type { Graph } from '@baton/model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemIn } from '../testing/api-client.ts';
import { invoice } from '../testing/invoice.ts';
import { startTestServer, type TestPerson, type TestServer } from '../testing/test-server.ts';

const bytesOf = (update: string) => new Uint8Array(Buffer.from(update, 'base64'));
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

describe('a draft', () => {
  let server: TestServer;
  let dora: TestPerson;
  beforeAll(async () => {
    server = await startTestServer();
    dora = await server.person('Dora Designer', ['designer']);
  });
  afterAll(() => server?.stop());

  const create = async (name: string, graph?: unknown) => {
    const { status, body } = await dora.post('/processes', { name, ...(graph ? { graph } : {}) });
    expect(status, JSON.stringify(body)).toBe(201);
    return body.key as string;
  };
  const read = async (key: string) => {
    const { body, headers } = await dora.get(`/processes/${key}/draft`);
    return { body, etag: headers.get('etag')!, state: bytesOf(body.update) };
  };
  type Opened = Awaited<ReturnType<typeof read>>;
  /** What a browser sends that has the draft open and changes it. */
  const change = ({ body, state }: Opened, by: (graph: Graph) => void) => {
    const graph = structuredClone(body.graph) as Graph;
    by(graph);
    return base64(draftSaying(state, graph).state);
  };
  const rename = (opened: Opened, id: string, name: string) =>
    change(opened, (graph) => {
      for (const element of graph.elements) if (element.id === id) element.name = name;
    });

  it('begins with a start, under a key made of its name', async () => {
    const first = await create('Leave request');
    const second = await create('Leave request');

    expect([first, second]).toEqual(['leave-request', 'leave-request-2']);
    const { body, state } = await read(first);
    expect(body.graph.elements).toMatchObject([{ id: 'start', type: 'startEvent' }]);
    expect(draftAfterUpdate(state, state)?.graph).toEqual(body.graph);
    expect((await dora.get(`/processes/${first}`)).body).toMatchObject({ status: 'draft', version: null, isStartable: false, versions: [] });
  });

  it('takes a key that is given, once', async () => {
    expect((await dora.post('/processes', { name: 'Given', key: 'given' })).body.key).toBe('given');
    expect(problemIn(await dora.post('/processes', { name: 'Given', key: 'given' }))).toMatchObject({ status: 409, code: 'already-exists' });
    expect(problemIn(await dora.post('/processes', { name: 'Given', key: 'not a key' })).code).toBe('request-invalid');
  });

  it('merges what two people changed at once, and needs no If-Match for it', async () => {
    const key = await create('Merged', invoice());
    const [anna, ben] = [await read(key), await read(key)];

    const answers = await Promise.all([
      dora.put(`/processes/${key}/draft`, { update: rename(anna, 'pay', 'Pay it') }),
      dora.put(`/processes/${key}/draft`, { update: rename(ben, 'approve', 'Approve it') }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { body } = await read(key);
    expect(body.graph.elements.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(['Pay it', 'Approve it']));
    expect(body.changedBy).toMatchObject({ name: 'Dora Designer' });
  });

  it('is replaced only by somebody who read what is there', async () => {
    const key = await create('Replaced');
    const { etag } = await read(key);
    const graph = { ...invoice(key), name: 'Replaced' };
    const put = (headers: Record<string, string>) => dora.put(`/processes/${key}/draft`, { graph }, { headers });

    expect(problemIn(await put({}))).toMatchObject({ status: 428, code: 'precondition-required' });
    const saved = await put({ 'if-match': etag });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    expect(saved.headers.get('etag')).not.toBe(etag);
    expect(problemIn(await put({ 'if-match': etag }))).toMatchObject({ status: 412, code: 'draft-changed' });
    expect((await put({ 'if-match': '*' })).status).toBe(200);
  });

  it('stays the same document when it is replaced, so that open browsers go on', async () => {
    const key = await create('Kept open', invoice());
    const opened = await read(key);
    const { etag, body } = opened;
    const mine = rename(opened, 'pay', 'Pay now');

    await dora.put(`/processes/${key}/draft`, { graph: { ...body.graph, description: 'replaced' } }, { headers: { 'if-match': etag } });
    await dora.put(`/processes/${key}/draft`, { update: mine });

    const after = await read(key);
    expect(after.body.graph).toMatchObject({ description: 'replaced' });
    expect(after.body.graph.elements.find(({ id }: { id: string }) => id === 'pay').name).toBe('Pay now');
  });

  it.each([
    ['base64', { update: 'not base64!' }, 400, 'request-invalid'],
    ['a Yjs update', { update: base64(new Uint8Array([255, 255, 255, 1, 2, 3])) }, 400, 'request-invalid'],
    ['a graph or an update', {}, 400, 'request-invalid'],
    ['one of the two', { update: 'AAA=', graph: {} }, 400, 'request-invalid'],
  ])('refuses what is not %s, and stays as it was', async (_what, body, status, code) => {
    const key = await create('Robust');
    const { etag } = await read(key);

    expect(problemIn(await dora.put(`/processes/${key}/draft`, body, { headers: { 'if-match': etag } }))).toMatchObject({ status, code });

    expect((await read(key)).etag).toBe(etag);
  });

  it('cannot move to another key', async () => {
    const key = await create('Anchored');
    const opened = await read(key);
    const { etag } = opened;
    const moved = change(opened, (graph) => {
      graph.key = 'stolen';
    });

    await dora.put(`/processes/${key}/draft`, { update: moved });

    expect((await read(key)).body.graph.key).toBe(key);
    expect(problemIn(await dora.put(`/processes/${key}/draft`, { graph: invoice('other') }, { headers: { 'if-match': etag } })).code).toBe('request-invalid');
  });

  it('is published when nothing is wrong with it, else every problem is named', async () => {
    const broken = await create('Broken');
    const refused = problemIn(await dora.post(`/processes/${broken}/publish`));
    expect(refused).toMatchObject({ status: 422, code: 'graph-invalid' });
    expect(refused.problems!.length).toBeGreaterThan(0);
    expect((await read(broken)).body.problems.length).toBeGreaterThan(0);

    const key = await create('Published', invoice());
    expect((await dora.post(`/processes/${key}/publish`, { note: 'first' })).body).toMatchObject({ key, version: 1, changed: true });
    expect((await dora.post(`/processes/${key}/publish`)).body).toMatchObject({ version: 1, changed: false });
    expect((await dora.get(`/processes/${key}`)).body).toMatchObject({
      status: 'live',
      isStartable: true,
      versions: [{ version: 1, note: 'first', publishedBy: { name: 'Dora Designer' } }],
    });

    await dora.put(`/processes/${key}/draft`, { update: rename(await read(key), 'pay', 'Pay later') });
    expect((await dora.get(`/processes/${key}`)).body.status).toBe('draft-ahead');
    expect((await dora.post(`/processes/${key}/publish`)).body).toMatchObject({ version: 2, changed: true });
    expect((await dora.get(`/processes/${key}/versions/1`)).body.elements.find(({ id }: { id: string }) => id === 'pay').name).toBe('Pay');
    expect((await dora.get(`/processes/${key}/versions/latest`)).body.elements.find(({ id }: { id: string }) => id === 'pay').name).toBe('Pay later');
  });

  it('is deleted only while it was never published', async () => {
    const key = await create('Deleted');
    expect((await dora.delete(`/processes/${key}`)).status).toBe(204);
    expect((await dora.get(`/processes/${key}/draft`)).status).toBe(404);

    const published = await create('Stays', invoice());
    await dora.post(`/processes/${published}/publish`);
    expect(problemIn(await dora.delete(`/processes/${published}`))).toMatchObject({ status: 409, code: 'in-use' });
  });
});

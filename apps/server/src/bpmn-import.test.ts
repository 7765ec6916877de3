import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemIn } from './testing/api-client.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

const file = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">${inside}</definitions>`;
const line = (id: string, middle: string, start = '') =>
  `<process id="${id}" isExecutable="true"><startEvent id="${id}_s">${start}</startEvent>${middle}<endEvent id="${id}_e"/>
   <sequenceFlow id="${id}_1" sourceRef="${id}_s" targetRef="${id}_m"/><sequenceFlow id="${id}_2" sourceRef="${id}_m" targetRef="${id}_e"/></process>`;
const two = file(`
  <collaboration id="c"><participant id="p1" processRef="buyer"/><participant id="p2" name="Seller" processRef="seller"/>
    <messageFlow id="mf" name="order" sourceRef="buyer_m" targetRef="seller_s"/></collaboration>
  ${line('buyer', '<sendTask id="buyer_m" name="Order"/>')}
  ${line('seller', '<userTask id="seller_m" name="Pack"/>', '<messageEventDefinition/>')}`);

describe('BPMN over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server?.stop());

  const send = (path: string, raw: string, type = 'application/xml') => server.admin.post(path, undefined, { raw, headers: { 'content-type': type } });

  it('publishes every process of a drawing, and their message flow starts the other one', async () => {
    const { status, body } = await send('/deployments', two);
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body.processes).toMatchObject([
      { key: 'buyer', version: 1, changed: true },
      { key: 'seller', name: 'Seller', version: 1, changed: true },
    ]);

    const seller = await server.admin.get('/processes/seller/versions/latest');
    expect(seller.body.elements[0]).toMatchObject({ id: 'seller_s', trigger: { type: 'message', name: 'order' } });
  });

  it('publishes the same file as the same versions', async () => {
    await send('/deployments', two);

    const again = await send('/deployments', two);

    expect(again.body.processes).toMatchObject([
      { key: 'buyer', changed: false },
      { key: 'seller', changed: false },
    ]);
  });

  it('publishes nothing if one of the processes is wrong', async () => {
    const answer = await send(
      '/deployments',
      file(`${line('good', '<task id="good_m"/>')}${line('bad', '<boundaryEvent id="bad_m" attachedToRef="nobody"/>')}`),
    );

    expect(answer.status).toBe(422);
    expect(problemIn(answer).problems?.[0]).toMatchObject({ code: 'reference-unknown', elementId: 'bad_m', severity: 'error' });
    expect((await server.admin.get('/processes/good')).status).toBe(404);
  });

  it('refuses a file in which nothing is meant to run', async () => {
    const answer = await send('/deployments', file('<process id="drawn"><task id="t"/></process>'));

    expect(answer.status).toBe(422);
    expect(problemIn(answer).problems?.[0]).toMatchObject({ code: 'not-executable' });
  });

  it('refuses what could harm its reader', async () => {
    const answer = await send('/deployments', `<!DOCTYPE x [<!ENTITY a "b">]>${two.slice(two.indexOf('<definitions'))}`);

    expect(answer.status).toBe(422);
    expect(problemIn(answer).problems?.[0]).toMatchObject({ code: 'xml-doctype' });
  });

  it('converts without publishing, and says what became of it', async () => {
    const { status, body } = await send('/convert', file(line('only', '<task id="only_m" name="Step"/>')), 'text/xml');

    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.graph).toMatchObject({ key: 'only', elements: [{ id: 'only_s' }, { id: 'only_m', type: 'task', name: 'Step' }, { id: 'only_e' }] });
    expect(body.graphs).toHaveLength(1);
    expect(body.report).toMatchObject({ problems: [] });
    expect(body.report.kept).toContain('only_m');
    expect((await server.admin.get('/processes/only')).status).toBe(404);
  });

  it('publishes all pools of a JSON graph', async () => {
    const { body } = await send('/convert', two.replaceAll('buyer', 'guest').replaceAll('seller', 'host'));

    const answer = await server.admin.post('/deployments', body.graph);

    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    expect(answer.body.processes).toMatchObject([{ key: 'guest' }, { key: 'host' }]);
    expect((await server.admin.get('/processes/guest')).body.status).toBe('live');
  });
});

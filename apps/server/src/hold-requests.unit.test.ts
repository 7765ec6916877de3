import { afterEach, expect, it } from 'vitest';
import { openPort } from './listen.ts';

const open: { close(): unknown; closeAllConnections(): void }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});
async function port() {
  const { server, port } = await openPort('127.0.0.1', 0);
  open.push(server);
  return { server, url: `http://127.0.0.1:${port}` };
}

it('keeps who calls while the server starts until it has started', async () => {
  const { server, url } = await port();
  const early = fetch(`${url}/api/v1/instances`, { method: 'POST', body: 'x'.repeat(100_000) });
  await new Promise((resolve) => setTimeout(resolve, 50));

  server.on('request', async (request, response) => {
    let length = 0;
    for await (const chunk of request) length += chunk.length;
    response.writeHead(201).end(String(length));
  });

  const answer = await early;
  expect([answer.status, await answer.text()]).toEqual([201, '100000']);
  expect((await fetch(url, { method: 'POST', body: 'ab' })).status).toBe(201);
});

it('says at once that it is alive and not ready', async () => {
  const { url } = await port();

  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'not-ready', reason: 'starting' });
});

it('forgets who has hung up meanwhile', async () => {
  const { server, url } = await port();
  await expect(fetch(`${url}/impatient`, { signal: AbortSignal.timeout(50) })).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const seen: (string | undefined)[] = [];

  server.on('request', (request, response) => {
    seen.push(request.url);
    response.end();
  });
  await fetch(`${url}/patient`);

  expect(seen).toEqual(['/patient']);
});

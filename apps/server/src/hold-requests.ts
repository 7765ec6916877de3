import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { HttpProblem, toDetails } from './http/http-problem.ts';

const HELD_AT_MOST = 1000;
const HELD_MS = 10_000;
/** Asked again and again by whoever waits for us: told at once. */
const HEALTH: Readonly<Record<string, readonly [status: number, answer: object]>> = {
  '/healthz': [200, { status: 'alive' }],
  '/readyz': [503, { status: 'not-ready', reason: 'starting' }],
};

/** While nothing else listens to the server's requests they wait, so that a restart is a pause to its callers and no error. */
export function holdRequests(server: Server): void {
  const held = new Map<ServerResponse, () => void>();
  const isAttached = () => server.listenerCount('request') > 1;

  const release = () => {
    if (isAttached()) for (const go of [...held.values()]) go();
  };

  server.on('request', (request, response) => {
    if (isAttached()) return;
    const health = HEALTH[request.url ?? ''];
    if (health) return answer(response, ...health, 'application/json');
    if (held.size >= HELD_AT_MOST) return refuse(response);
    const timer = setTimeout(() => {
      forget();
      refuse(response);
    }, HELD_MS);
    const forget = () => {
      clearTimeout(timer);
      held.delete(response);
    };
    response.once('close', forget);
    held.set(response, () => {
      forget();
      server.emit('request', request satisfies IncomingMessage, response);
    });
  });
  // Told before the listener is there; the app is whole when the present turn is over.
  server.on('newListener', (event) => {
    if (event === 'request') setImmediate(release);
  });
}

function refuse(response: ServerResponse): void {
  const problem = new HttpProblem('starting', 'Expected a server that has started, but it is still starting.');
  response.setHeader('Retry-After', '1');
  answer(response, problem.status, toDetails(problem, ''), 'application/problem+json');
}

function answer(response: ServerResponse, status: number, body: object, type: string): void {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(JSON.stringify(body));
}

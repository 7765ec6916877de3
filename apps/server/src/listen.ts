import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { holdRequests } from './hold-requests.ts';

/** The address is not free; said in a sentence, not as a stack. */
export class CannotListen extends Error {}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'something else listens there already. Stop it, or choose another port: PORT=3001 npm start',
  EACCES: 'this user may not listen there. Choose a port above 1023',
  EADDRNOTAVAIL: 'this machine has no such address. Set HOST to one that it has',
};

/** Opens the port first of all: if it is taken, nothing else was started. Who calls before the app is attached waits for it. */
export async function openPort(host: string, port: number): Promise<{ server: Server; port: number }> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = REASONS[error.code ?? ''];
      reject(reason ? new CannotListen(`Expected to listen on ${host}:${port}, but ${reason}.`) : error);
    });
    server.listen(port, host, () => resolve());
  });
  holdRequests(server);
  // Long polls last up to a minute; a slow client may not hold a connection for ever.
  server.headersTimeout = 20_000;
  server.requestTimeout = 120_000;
  server.keepAliveTimeout = 65_000;
  return { server, port: (server.address() as AddressInfo).port };
}

import type { Server as HttpServer } from 'node:http';
import { type Access, LIVE_NAMESPACE, type WatchAnswer, watchSchema } from '@baton/contract';
import type { Logger } from 'pino';
import { type Namespace, Server, type Socket } from 'socket.io';
import type { Authenticate } from '../http/auth/authenticate.ts';
import type { Principal } from '../http/auth/principal.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { headersOf } from '../http/request-headers.ts';
import { isOwnOrigin } from '../http/same-origin.ts';
import type { LiveHub } from './live-hub.ts';

const RECHECK_MS = 60_000;
const MAX_WATCHES = 100;

interface LiveServerDeps {
  readonly httpServer: HttpServer;
  readonly authenticate: Authenticate;
  readonly publicUrl: string;
  readonly log: Logger;
  readonly createHub: (send: (message: { room: string }) => void, isEmpty: (room: string) => boolean) => LiveHub;
  readonly recheckMs?: number | undefined;
}

/** Every event a client may send, and who may: nothing else is listened to. */
export const SOCKET_ACCESS = { watch: 'signed-in' } as const satisfies { readonly [event: string]: Access };
type SocketEvent = keyof typeof SOCKET_ACCESS;

/** Socket.IO at `/live`: signed in by cookie or API key as HTTP is, asked again every minute and when rights change; rooms are joined by the server. */
export class LiveServer {
  readonly hub: LiveHub;
  readonly #io: Server;
  readonly #live: Namespace;
  readonly #deps: LiveServerDeps;
  readonly #recheck: NodeJS.Timeout;

  constructor(deps: LiveServerDeps) {
    this.#deps = deps;
    this.#io = new Server(deps.httpServer, { serveClient: false, maxHttpBufferSize: 16_384, perMessageDeflate: false });
    this.#live = this.#io.of(LIVE_NAMESPACE);
    this.hub = deps.createHub(
      (message) => this.#live.to(message.room).emit('events', message),
      (room) => !this.#live.adapter.rooms.has(room),
    );
    this.#live.use((socket, next) => {
      this.#admit(socket).then(() => next(), next);
    });
    this.#live.on('connection', (socket) => this.#listen(socket));
    this.#live.adapter.on('delete-room', (room: string) => this.hub.leave(room));
    this.#recheck = setInterval(() => void this.#recheckAll(() => true), deps.recheckMs ?? RECHECK_MS);
    this.#recheck.unref();
  }

  get socketCount(): number {
    return this.#live.sockets.size;
  }

  onAccessChanged(userId: string): void {
    void this.#recheckAll((principal) => principal.userId === userId);
  }

  /** Sockets are told and closed; their browsers look for another server, or for this one when it is back. */
  async close(): Promise<void> {
    clearInterval(this.#recheck);
    await this.hub.close();
    this.#live.emit('draining');
    for (const socket of this.#live.sockets.values()) reconnectLater(socket);
    await new Promise<void>((resolve) => this.#io.engine.close() && resolve());
  }

  async #admit(socket: Socket): Promise<void> {
    const { origin } = socket.handshake.headers;
    const authenticated = await this.#deps.authenticate(credentialsOf(socket));
    if (!authenticated) throw refusal(new HttpProblem('not-signed-in', 'Expected a session or an API key, but there is none that is valid.'));
    if (authenticated.via === 'session' && origin !== undefined && !isOwnOrigin(origin, socket.handshake.headers, this.#deps.publicUrl)) {
      throw refusal(new HttpProblem('origin-not-allowed', 'Expected a page of this address, but it is of another.'));
    }
    setPrincipal(socket, authenticated.principal);
  }

  #listen(socket: Socket): void {
    const answers: { readonly [E in SocketEvent]: (asked: unknown) => Promise<WatchAnswer> } = { watch: (asked) => this.#watch(socket, asked) };
    for (const event of Object.keys(SOCKET_ACCESS) as SocketEvent[]) {
      socket.on(event, (asked: unknown, acknowledge: unknown) => {
        if (typeof acknowledge !== 'function') return;
        answers[event](asked).then(
          (answer) => acknowledge(answer),
          (error) => acknowledge(this.#refused(error)),
        );
      });
    }
  }

  async #watch(socket: Socket, asked: unknown): Promise<WatchAnswer> {
    const watch = watchSchema.safeParse(asked);
    if (!watch.success)
      throw new HttpProblem('request-invalid', `Expected { kind, id? } to watch, but ${watch.error.issues[0]?.message ?? 'it is something else'}.`);
    if (socket.rooms.size > MAX_WATCHES)
      throw new HttpProblem('too-many-requests', `Expected at most ${MAX_WATCHES} watches on one connection, but there are more.`);
    return this.hub.watch(principalOf(socket), watch.data, (room) => this.#join(socket, room));
  }

  /** Whoever has hung up meanwhile would be in the room for ever. */
  #join(socket: Socket, room: string): void {
    if (socket.connected) socket.join(room);
    else if (!this.#live.adapter.rooms.has(room)) this.hub.leave(room);
  }

  #refused(error: unknown): WatchAnswer {
    if (error instanceof HttpProblem) return { ok: false, code: error.code, detail: error.message };
    this.#deps.log.error({ err: error }, 'A watch failed');
    return { ok: false, code: 'internal', detail: 'Something went wrong on our side.' };
  }

  async #recheckAll(isConcerned: (principal: Principal) => boolean): Promise<void> {
    for (const socket of this.#live.sockets.values()) {
      if (!isConcerned(principalOf(socket))) continue;
      try {
        const authenticated = await this.#deps.authenticate(credentialsOf(socket));
        if (!authenticated) socket.disconnect(true);
        else if (rightsOf(authenticated.principal) !== rightsOf(principalOf(socket))) reconnectLater(socket);
      } catch (error) {
        // The database may be away: rights that can't be checked now are checked in a minute.
        this.#deps.log.warn({ err: error }, 'The rights of a live connection could not be checked');
      }
    }
  }
}

/** Closing the transport makes the client come back by itself, and its watches are asked anew with the rights of then. */
const reconnectLater = (socket: Socket) => socket.conn.close();

const principals = new WeakMap<Socket, Principal>();
const setPrincipal = (socket: Socket, principal: Principal) => principals.set(socket, principal);
function principalOf(socket: Socket): Principal {
  const principal = principals.get(socket);
  if (!principal) throw new Error('Expected a socket that was admitted, but it was not.');
  return principal;
}

const rightsOf = ({ id, roles, groups, name, email }: Principal) => JSON.stringify([id, name, email, [...roles].sort(), [...groups].sort()]);

/** A browser brings its cookie, a program `auth.token`. */
function credentialsOf(socket: Socket): Headers {
  const headers = headersOf(socket.request);
  const { token } = socket.handshake.auth;
  if (typeof token === 'string') headers.set('authorization', `Bearer ${token}`);
  return headers;
}

const refusal = (problem: HttpProblem) => Object.assign(new Error(problem.message), { data: { code: problem.code } });

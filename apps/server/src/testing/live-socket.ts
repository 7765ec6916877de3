import { type EventsMessage, LIVE_NAMESPACE, type Watch, type WatchAnswer } from '@baton/contract';
import { io, type Socket } from 'socket.io-client';
import type { ApiClient } from './api-client.ts';

export interface LiveSocket {
  readonly socket: Socket;
  readonly messages: EventsMessage[];
  watch(watch: Watch | unknown): Promise<WatchAnswer>;
  /** Until what was received fits, or five seconds are over. */
  until(fits: (messages: readonly EventsMessage[]) => boolean): Promise<void>;
  close(): void;
}

interface SocketOptions {
  readonly origin?: string;
  readonly transport?: 'websocket' | 'polling';
}

/** A real socket, signed in as `who`: by cookie or by API key. */
export function openSocket(url: string, who: ApiClient, { origin = url, transport = 'websocket' }: SocketOptions = {}): Promise<LiveSocket> {
  const { cookie, authorization } = who.credentials;
  const socket = io(`${url}${LIVE_NAMESPACE}`, {
    transports: [transport],
    forceNew: true,
    reconnection: false,
    extraHeaders: { origin, ...(cookie ? { cookie } : {}) },
    ...(authorization ? { auth: { token: authorization.replace('Bearer ', '') } } : {}),
  });
  const messages: EventsMessage[] = [];
  socket.on('events', (message: EventsMessage) => messages.push(message));
  const live: LiveSocket = {
    socket,
    messages,
    watch: (watch) => socket.timeout(5000).emitWithAck('watch', watch),
    until: (fits) => waitFor(() => fits(messages), messages),
    close: () => socket.close(),
  };
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(live));
    socket.once('connect_error', (error) => {
      socket.close();
      reject(error);
    });
  });
}

export async function waitFor(isThere: () => boolean, about: unknown = ''): Promise<void> {
  const until = Date.now() + 5000;
  while (!isThere()) {
    if (Date.now() > until) throw new Error(`Expected it within five seconds, but there is only ${JSON.stringify(about)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

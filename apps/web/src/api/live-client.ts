import { eventsMessageSchema, LIVE_NAMESPACE, type Watch, type WatchAnswer, watchAnswerSchema } from '@baton/contract';
import type { Socket } from 'socket.io-client';
import { create } from 'zustand';
import { Watches, type WatchHandlers } from './watches.ts';

const ANSWER_WITHIN_MS = 10_000;

/** idle: nobody watches. paused: the connection is lost and being looked for. */
export type LiveState = 'idle' | 'connecting' | 'live' | 'paused';
export const useLiveState = create<LiveState>(() => 'idle');

let socket: Socket | null = null;
let opening: Promise<Socket> | null = null;
const setState = (state: LiveState) => useLiveState.setState(state, true);

async function ask(watch: Watch): Promise<WatchAnswer> {
  const connected = socket ?? (await open());
  // Before the first connection socket.io would keep it; `connect` asks for everything anyway.
  if (!connected.connected) throw new Error('not connected');
  return watchAnswerSchema.parse(await connected.timeout(ANSWER_WITHIN_MS).emitWithAck('watch', watch));
}

const watches = new Watches(ask);

/** socket.io is fetched when the first thing is watched: a page that watches nothing needs none of it. */
function open(): Promise<Socket> {
  opening ??= import('socket.io-client').then(({ io }) => {
    setState('connecting');
    socket = io(LIVE_NAMESPACE, { transports: ['websocket', 'polling'], reconnectionDelayMax: 5_000 });
    socket.on('connect', () => {
      setState('live');
      watches.askAgain();
    });
    socket.on('disconnect', () => setState('paused'));
    socket.on('connect_error', () => setState('paused'));
    socket.on('events', (message: unknown) => {
      const parsed = eventsMessageSchema.safeParse(message);
      if (parsed.success) watches.receive(parsed.data);
    });
    return socket;
  });
  return opening;
}

/** Watches something until the returned function is called. */
export const watchLive = (watch: Watch, handlers: WatchHandlers): (() => void) => watches.add(watch, handlers);

/** Another person signs in, or nobody: the connection belongs to the one before. */
export function closeLive(): void {
  socket?.disconnect();
  socket = null;
  opening = null;
  setState('idle');
}

import { performance } from 'node:perf_hooks';
import { eventsMessageSchema, LIVE_NAMESPACE, watchAnswerSchema } from '@baton/contract';
import { io } from 'socket.io-client';

/** What the bench sends first: where to look, and at what. One connection for each id. */
export interface WatchOrder {
  readonly address: string;
  readonly token: string;
  readonly instanceIds: readonly string[];
}
/** Sent back: `watching` once all have their snapshot; then, when asked to `report`, what each saw and when. */
export type ViewerReport =
  | { readonly type: 'watching' }
  | { readonly type: 'failed'; readonly why: string }
  | { readonly type: 'seen'; readonly seen: readonly Seen[]; readonly gaps: number };
/** `at`: ms since the epoch, with fractions. */
export interface Seen {
  readonly instanceId: string;
  readonly seq: number;
  readonly at: number;
}

const seen: Seen[] = [];
let gaps = 0;
const tell = (report: ViewerReport) => process.send?.(report);
const now = () => performance.timeOrigin + performance.now();

/** One browser's worth: its own connection, one watch, messages read against the contract as the page does. */
async function view({ address, token }: WatchOrder, instanceId: string): Promise<void> {
  const socket = io(`${address}${LIVE_NAMESPACE}`, { transports: ['websocket'], auth: { token }, forceNew: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  let seq = 0;
  socket.on('events', (raw: unknown) => {
    const at = now();
    const message = eventsMessageSchema.parse(raw);
    if (message.previousSeq > seq) gaps++;
    seq = Math.max(seq, message.seq);
    for (const event of message.events) if ('seq' in event) seen.push({ instanceId, seq: event.seq, at });
  });
  const answer = watchAnswerSchema.parse(await socket.timeout(30_000).emitWithAck('watch', { kind: 'instance', id: instanceId }));
  if (!answer.ok) throw new Error(answer.detail);
  seq = Math.max(seq, answer.seq);
}

process.on('message', (order: WatchOrder | 'report') => {
  if (order === 'report') tell({ type: 'seen', seen, gaps });
  else
    Promise.all(order.instanceIds.map((id) => view(order, id))).then(
      () => tell({ type: 'watching' }),
      (error: unknown) => tell({ type: 'failed', why: String(error) }),
    );
});

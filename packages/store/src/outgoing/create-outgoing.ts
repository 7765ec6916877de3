import type { CommittedChange } from '../runtime/runtime.ts';
import type { MessageDelivery } from './create-message-delivery.ts';
import type { Outbox } from './create-outbox.ts';
import { claimOutbox } from './outbox-row.ts';
import type { Outgoing } from './outgoing.ts';
import type { OutgoingContext } from './outgoing-context.ts';
import { nextStartDue, takeDueStarts } from './start-timers.ts';
import { removeOldMessages, untriedMessages, wantedMessages } from './stray-messages.ts';

const BATCH = 256;
const DEFAULT_POLL_MS = 1_000;
/** How often it looks for messages that wait although somebody listens. */
const SWEEP_EVERY_MS = 60_000;
const TIDY_EVERY_MS = 60_000;
const MAX_PAUSE_MS = 5_000;

/** What this process commits it acts on at once; what another left behind it finds by polling. */
export function createOutgoing(context: OutgoingContext, outbox: Outbox, messages: MessageDelivery): Outgoing {
  const { pool, runtime, now, log } = context;
  const atWork = new Set<Promise<unknown>>();

  function track(work: Promise<unknown>, what: string): void {
    const going: Promise<unknown> = work.catch((error) => log('warn', `${what}; it will be tried again.`, { error })).finally(() => atWork.delete(going));
    atWork.add(going);
  }

  function onCommitted({ tenantId, processKey, toBeDone }: CommittedChange): void {
    if (!toBeDone) return;
    for (const { id, instance_id, payload } of toBeDone.outbox)
      track(outbox.work({ tenantId, id, instanceId: instance_id, item: payload, attempts: 0 }), 'What a commit asked for was not done');
    for (const { id } of toBeDone.messages) track(messages.deliver(tenantId, id), 'A message was not delivered');
    for (const { kind, name, correlation_key } of toBeDone.subscriptions)
      if (kind === 'message') track(messages.deliverWaiting(tenantId, name, correlation_key), 'Waiting messages were not delivered');
    if (toBeDone.freedKey !== null) track(messages.deliverToFreed(tenantId, processKey, toBeDone.freedKey), 'Waiting messages were not delivered');
  }

  async function idle(): Promise<void> {
    while (atWork.size) await Promise.all(atWork);
    await outbox.idle();
  }

  return {
    idle,
    run({ pollMs = DEFAULT_POLL_MS, sweepMs = SWEEP_EVERY_MS } = {}) {
      let isStopped = false;
      let wake: () => void = () => undefined;
      let sweepAt = 0;
      let tidyAt = now() + TIDY_EVERY_MS;
      const forget = runtime.onCommitted((changes) => changes.forEach(onCommitted));

      async function look(): Promise<boolean> {
        const entries = [...(await claimOutbox(pool, now(), BATCH)), ...(await takeDueStarts(pool, now(), BATCH))];
        const strays = await untriedMessages(pool, now(), BATCH);
        if (now() >= tidyAt) {
          await removeOldMessages(pool, now());
          tidyAt = now() + TIDY_EVERY_MS;
        }
        await Promise.all(entries.map(outbox.work));
        for (const { tenant_id, id } of strays) await messages.deliver(tenant_id, id);
        if (now() >= sweepAt) {
          await sweep();
          sweepAt = now() + sweepMs;
        }
        return entries.length > 0;
      }

      async function sweep(): Promise<void> {
        let page = await wantedMessages(pool, now(), BATCH);
        while (page.length && !isStopped) {
          for (const { tenant_id, id } of page) await messages.deliver(tenant_id, id);
          page = page.length < BATCH ? [] : await wantedMessages(pool, now(), BATCH, page.at(-1));
        }
      }

      async function loop(): Promise<void> {
        let pauseMs = pollMs;
        while (!isStopped) {
          try {
            const hasFound = await look();
            pauseMs = pollMs;
            if (!hasFound) await sleepUntil(Math.min((await nextStartDue(pool)) ?? Number.POSITIVE_INFINITY, now() + pollMs));
          } catch (error) {
            log('warn', 'What is to be done could not be read; trying again.', { error });
            pauseMs = Math.min(pauseMs * 2, MAX_PAUSE_MS);
            await sleepUntil(now() + pauseMs);
          }
        }
      }

      function sleepUntil(at: number): Promise<void> {
        if (isStopped) return Promise.resolve();
        return new Promise<void>((resolve) => {
          const timeout = setTimeout(resolve, Math.max(1, at - now()));
          wake = () => {
            clearTimeout(timeout);
            resolve();
          };
        });
      }

      const ended = loop();
      return {
        async stop() {
          isStopped = true;
          wake();
          forget();
          await ended;
          await idle();
        },
      };
    },
  };
}

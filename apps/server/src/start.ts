import { DEFAULT_TENANT, migrate, openStore, type Store, type StoreLog, startEmbeddedPostgres } from '@baton/store';
import type { Logger } from 'pino';
import { type App, createApp } from './app.ts';
import type { Config } from './config.ts';
import { hashToken } from './http/auth/hash-token.ts';
import { secretKeyOf } from './http/auth/secret-key.ts';
import { openPort } from './listen.ts';
import { makeSetupLink } from './people/setup-link.ts';
import { runLoop } from './runtime/loop.ts';

const HOUR_MS = 60 * 60_000;
/** Connections that are still busy after this long are cut. */
const DRAIN_MS = 15_000;

export interface Running {
  readonly app: App;
  readonly store: Store;
  /** Where people open it. */
  readonly address: string;
  /** While there is no administrator. */
  readonly setupLink: string | null;
  /** Not ready at once, what is under way is finished, then everything that was started is stopped. */
  stop(): Promise<void>;
}

interface StartOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly webFolder: string;
  readonly version: string;
}

/** Port, database, migrations, app, loops, in this order; whatever fails stops what was started before. */
export async function start({ config, log, webFolder, version }: StartOptions): Promise<Running> {
  const undo: (() => Promise<unknown>)[] = [];
  const stopAll = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    warnOfSettingsWithoutEffect(log);
    const { server, port } = await openPort(config.host, config.port);
    undo.push(() => new Promise((resolve) => server.close(resolve)));
    const address = config.publicUrl ?? `http://${hostInLinks(config.host)}:${port}`;

    const databaseUrl = config.databaseUrl ?? (await embedded(config, log, undo));
    await migrate(databaseUrl);
    const store = await openStore({ databaseUrl, log: storeLog(log) });
    undo.push(() => store.close());
    await ensureApiKey(store, config.apiKey);

    const secretKey = await secretKeyOf(config.secretKey, config.dataDir);
    const app = createApp({ store, log, publicUrl: address, secretKey, webFolder, version, httpServer: server });
    const timers = store.timers.run();
    const outgoing = store.outgoing.run();
    const housekeeping = runLoop({ name: 'housekeeping', everyMs: HOUR_MS, log, work: () => store.maintain() });
    const stopLoops = () => Promise.all([timers.stop(), outgoing.stop(), housekeeping.stop()]);
    undo.push(stopLoops);
    const setupLink = await makeSetupLink(store, address);
    return { app, store, address, setupLink, stop: () => drain(app, stopLoops).then(stopAll) };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

async function embedded({ dataDir }: Config, log: Logger, undo: (() => Promise<unknown>)[]): Promise<string> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: storeLog(log) });
  undo.push(() => postgres.stop());
  return postgres.url;
}

/** Settings that a later version will know: whoever sets one should hear that it does nothing yet. */
const WITHOUT_EFFECT = ['REDIS_URL', 'SMTP_URL'];

function warnOfSettingsWithoutEffect(log: Logger): void {
  for (const name of WITHOUT_EFFECT) if (process.env[name]) log.warn(`${name} is set, but this version does not use it.`);
}

const ensureApiKey = (store: Store, key: string | undefined): Promise<void> =>
  key === undefined
    ? Promise.resolve()
    : store.people.ensureApiKey({ tenantId: DEFAULT_TENANT, name: 'API key', hash: hashToken(key), roles: ['administrator'] });

/** No new claims, sockets sent away, requests under way answered; connections that are busy for too long are cut. */
async function drain({ httpServer, live, ...app }: App, stopLoops: () => Promise<unknown>): Promise<void> {
  app.drain();
  const cut = setTimeout(() => httpServer.closeAllConnections(), DRAIN_MS);
  // A connection that is kept for a next request becomes idle only when the present one is answered.
  const sweep = setInterval(() => httpServer.closeIdleConnections(), 50);
  await Promise.all([stopLoops(), live.close(), new Promise((resolve) => httpServer.close(resolve))]);
  clearInterval(sweep);
  clearTimeout(cut);
}

const hostInLinks = (host: string) => (host === '0.0.0.0' || host === '::' || host === '127.0.0.1' || host === '::1' ? 'localhost' : host);

export const storeLog =
  (log: Logger): StoreLog =>
  (level, message, detail) =>
    log[level](detail ?? {}, message);

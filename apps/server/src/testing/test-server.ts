import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@baton/contract';
import { DEFAULT_TENANT, openStore, type Store } from '@baton/store';
import { pino } from 'pino';
import { type App, createApp } from '../app.ts';
import { hashToken } from '../http/auth/hash-token.ts';
import { openPort } from '../listen.ts';
import { createUser } from '../people/create-user.ts';
import { ApiClient } from './api-client.ts';
import { freshDatabase } from './fresh-database.ts';

const ADMIN_KEY = 'test-administrator-key-0123456789';
export const PASSWORD = 'correct horse battery';

export interface TestPerson extends ApiClient {
  readonly id: string;
  readonly email: string;
}

export interface TestServer {
  readonly url: string;
  readonly store: Store;
  readonly databaseUrl: string;
  readonly app: App;
  readonly admin: ApiClient;
  readonly nobody: ApiClient;
  person(name: string, roles: readonly Role[], groups?: readonly string[]): Promise<TestPerson>;
  stop(): Promise<void>;
}

interface TestOptions {
  readonly recheckMs?: number;
  /** Of another test server: a second node on the same database, which stays when this one stops. */
  readonly databaseUrl?: string;
}

/** The whole server over real HTTP and PostgreSQL; every answer is held against the contract. */
export async function startTestServer({ databaseUrl, ...options }: TestOptions = {}): Promise<TestServer> {
  const database = databaseUrl === undefined ? await freshDatabase() : { url: databaseUrl, drop: async () => {} };
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' });
  const store = await openStore({ databaseUrl: database.url, log: (level, message, detail) => log[level](detail ?? {}, message) });
  const { server, port } = await openPort('127.0.0.1', 0);
  const url = `http://localhost:${port}`;
  const webFolder = mkdtempSync(join(tmpdir(), 'baton-web-'));
  writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>Baton</title>');
  const secretKey = 'a secret that only tests use, long enough';
  const app = createApp({ store, log, publicUrl: url, secretKey, webFolder, version: '0.0.0', httpServer: server, areAnswersChecked: true, ...options });
  const timers = store.timers.run({ pollMs: 100 });
  const outgoing = store.outgoing.run({ pollMs: 100, sweepMs: 300 });
  await store.people.ensureApiKey({ tenantId: DEFAULT_TENANT, name: 'tests', hash: hashToken(ADMIN_KEY), roles: ['administrator'] });
  const nobody = new ApiClient(url);

  return {
    url,
    store,
    databaseUrl: database.url,
    app,
    nobody,
    admin: new ApiClient(url, { authorization: `Bearer ${ADMIN_KEY}` }),
    person: async (name, roles, groups = []) => {
      const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@example.com`;
      const id = await createUser(store, app.signIn, { tenantId: DEFAULT_TENANT, name, email, password: PASSWORD, roles, groups });
      return Object.assign(await signedIn(nobody, url, email), { id, email });
    },
    stop: async () => {
      await timers.stop();
      await outgoing.stop();
      await app.live.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
      await database.drop();
      rmSync(webFolder, { recursive: true });
    },
  };
}

export async function signedIn(nobody: ApiClient, url: string, email: string, password = PASSWORD): Promise<ApiClient> {
  const answer = await nobody.post('/api/auth/sign-in/email', { email, password });
  if (answer.status !== 200) throw new Error(`Expected ${email} to sign in, but it is ${answer.status}: ${JSON.stringify(answer.body)}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return new ApiClient(url, { cookie, origin: url });
}

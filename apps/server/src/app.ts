import { createServer, type Server as HttpServer } from 'node:http';
import type { Access } from '@baton/contract';
import { DEFAULT_TENANT, type Store } from '@baton/store';
import express, { type Express } from 'express';
import type { Logger } from 'pino';
import { answerErrors } from './http/answer-errors.ts';
import { authRoutes } from './http/auth/auth-routes.ts';
import { type Authenticate, authenticator } from './http/auth/authenticate.ts';
import { authorise } from './http/auth/authorise.ts';
import type { Principal } from './http/auth/principal.ts';
import { createSignIn } from './http/auth/sign-in.ts';
import { classifyError } from './http/classify-error.ts';
import { docsPage } from './http/docs-page.ts';
import type { Reply } from './http/handler.ts';
import { healthRoutes } from './http/health.ts';
import { HttpProblem } from './http/http-problem.ts';
import type { Idempotency } from './http/idempotency-key.ts';
import { createMetrics } from './http/metrics.ts';
import { publicDocuments } from './http/public-documents.ts';
import { problemOf } from './http/refusals.ts';
import { headersOf } from './http/request-headers.ts';
import { requestLog } from './http/request-log.ts';
import { apiRouter } from './http/router.ts';
import { createHandlers } from './http/routes/index.ts';
import { securityHeaders } from './http/security-headers.ts';
import { webApp } from './http/web-app.ts';
import { LiveHub } from './live/live-hub.ts';
import { LiveServer } from './live/live-server.ts';
import type { Services } from './services.ts';
import { sealedSecrets } from './webhooks/sealed-secret.ts';

export interface AppDeps {
  readonly store: Store;
  readonly log: Logger;
  /** Where people open it; signs cookies and tells our pages from others. */
  readonly publicUrl: string;
  readonly secretKey: string;
  /** Folder of the built web app. */
  readonly webFolder: string;
  readonly version: string;
  /** Of the port that is open already; without it the app makes one. */
  readonly httpServer?: HttpServer;
  readonly areAnswersChecked?: boolean;
  readonly recheckMs?: number;
}

export interface App {
  readonly express: Express;
  readonly httpServer: HttpServer;
  readonly live: LiveServer;
  readonly services: Services;
  readonly signIn: Services['signIn'];
  /** From now on: not ready, no new waits. */
  drain(): void;
}

/** The whole server without its process: nothing listens yet, no signals, no exit. */
export function createApp(deps: AppDeps): App {
  const { store, log, publicUrl } = deps;
  const draining = new AbortController();
  const httpServer = deps.httpServer ?? createServer();
  const signIn = createSignIn({ prisma: store.prisma, secret: deps.secretKey, publicUrl, log });
  const authenticate = authenticator(store, signIn);
  const live = new LiveServer({
    httpServer,
    authenticate,
    publicUrl,
    log,
    recheckMs: deps.recheckMs,
    createHub: (send, isEmpty) => new LiveHub({ store, log, send, isEmpty }),
  });
  const services: Services = {
    store,
    signIn,
    secrets: sealedSecrets(deps.secretKey),
    onAccessChanged: (userId) => live.onAccessChanged(userId),
    onDraftChanged: (tenantId, processKey) => live.hub.tell({ tenantId, change: { type: 'draft.changed', id: processKey, processKey } }),
    viewOf: (tenantId, instanceId) => live.hub.viewOf(tenantId, instanceId),
  };

  const app = express();
  const metrics = createMetrics({ store, sockets: () => live.socketCount, rooms: () => live.hub.roomCount });
  app.disable('x-powered-by').disable('etag').set('trust proxy', 'loopback');
  app.use(requestLog(log), metrics.measureRequests, securityHeaders(publicUrl.startsWith('https:')), refuseNul);
  app.use(closeWhile(draining.signal), healthRoutes(store, draining.signal));
  app.get('/metrics', scrapeOf(authenticate, metrics.registry));
  app.use(publicDocuments(deps.version), docsPage());
  app.use('/api/auth', noStore, authRoutes({ signIn, authenticate, publicUrl, onAccessChanged: services.onAccessChanged }));
  app.use(
    '/api/v1',
    noStore,
    apiRouter({
      handlers: createHandlers(services),
      authenticate,
      publicUrl,
      once: onceIn(store),
      kept: keptIn(store),
      draining: draining.signal,
      areAnswersChecked: deps.areAnswersChecked ?? false,
    }),
  );
  app.use('/api', noSuchPath);
  app.use(webApp(deps.webFolder));
  app.use(noSuchPath, answerErrors(classifyError));
  httpServer.on('request', (request, response) => {
    if (!request.url?.startsWith(LIVE_TRANSPORT)) app(request, response);
  });
  return { express: app, httpServer, live, services, signIn, drain: () => draining.abort() };
}

/** Answered by Socket.IO, which listens beside us: two answers to one request would cut its long polls. */
const LIVE_TRANSPORT = '/socket.io/';

const noStore: express.RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};

/** A kept connection would hold the server up. */
const closeWhile =
  (draining: AbortSignal): express.RequestHandler =>
  (_request, response, next) => {
    if (draining.aborted) response.setHeader('Connection', 'close');
    next();
  };

const noSuchPath: express.RequestHandler = (request) => {
  throw new HttpProblem('not-found', `Expected a path that exists, but there is no ${request.originalUrl.split('?')[0]}.`);
};

/** PostgreSQL has no U+0000 in its text: no id, search or cursor holds one. */
const refuseNul: express.RequestHandler = (request, _response, next) => {
  if (/%00|\0/.test(request.url)) throw new HttpProblem('request-invalid', 'Expected an address without the character U+0000, but there is one.');
  next();
};

/** Who may open what lies beside the API. The access test walks the running app and fails for anything that isn't declared. */
export const PAGE_ACCESS = {
  'GET /healthz': 'public',
  'GET /readyz': 'public',
  // A scraper gets an API key.
  'GET /metrics': { permission: 'metrics:read' },
  'GET /openapi.json': 'public',
  'GET /schemas/graph.v1.json': 'public',
  'GET /docs': 'public',
  'GET /docs/scalar.js': 'public',
  'GET /{*page}': 'public',
} as const satisfies { readonly [call: string]: Access };

const scrapeOf =
  (authenticate: Authenticate, registry: ReturnType<typeof createMetrics>['registry']): express.RequestHandler =>
  async (request, response) => {
    authorise(PAGE_ACCESS['GET /metrics'], (await authenticate(headersOf(request)))?.principal ?? null);
    response.setHeader('Content-Type', registry.contentType).end(await registry.metrics());
  };

const keptIn =
  ({ idempotency }: Store) =>
  async ({ tenantId, id }: Principal, { key, fingerprint }: Idempotency): Promise<Reply<never> | null> => {
    const kept = await idempotency.kept({ tenantId, scope: id, key });
    if (!kept) return null;
    if (kept.requestHash !== fingerprint) throw new HttpProblem('idempotency-key-reused', KEY_REUSED);
    return kept.answer === null ? null : { body: kept.answer as never };
  };

const KEY_REUSED = 'Expected a new idempotency key for a new request, but this key was used for another request.';

/** For calls that don't go through the runtime: the first answer is kept, and given to whoever repeats the request. */
const onceIn =
  ({ idempotency }: Store) =>
  async (tenantId: string, { key, fingerprint }: Idempotency, act: () => Promise<Reply<never>>): Promise<Reply<never>> => {
    const result = await idempotency.once({ tenantId: tenantId || DEFAULT_TENANT, scope: 'http', key, requestHash: fingerprint }, async () =>
      JSON.parse(JSON.stringify(await act())),
    );
    if (!result.ok) throw problemOf(result);
    return result.answer as unknown as Reply<never>;
  };

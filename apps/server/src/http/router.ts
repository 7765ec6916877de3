import { type Method, ROUTES, type RouteDefinition, type RouteName } from '@baton/contract';
import { type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import type { Authenticate } from './auth/authenticate.ts';
import { authorise } from './auth/authorise.ts';
import type { Principal } from './auth/principal.ts';
import type { Call, Handlers, Reply } from './handler.ts';
import { HttpProblem } from './http-problem.ts';
import { type Idempotency, readIdempotencyKey } from './idempotency-key.ts';
import { contentOf, MIB, readBytes } from './read-body.ts';
import { headersOf } from './request-headers.ts';
import { refuseForeignOrigin } from './same-origin.ts';

export interface RouterDeps {
  readonly handlers: Handlers;
  readonly authenticate: Authenticate;
  readonly publicUrl: string;
  /** Runs `act` once for one idempotency key; later calls get the first answer. */
  readonly once: (tenantId: string, idempotency: Idempotency, act: () => Promise<Reply<RouteName>>) => Promise<Reply<RouteName>>;
  /** What a call that keeps its own key answered before with it; refuses the key of another request. Null: it is new. */
  readonly kept: (principal: Principal, idempotency: Idempotency) => Promise<Reply<RouteName> | null>;
  /** Aborted when the server begins to drain. */
  readonly draining: AbortSignal;
  /** Tests also hold every answer against the contract. */
  readonly areAnswersChecked: boolean;
}

const BODY_LIMITS: Partial<Record<RouteName, number>> = { deploy: 5 * MIB, convert: 5 * MIB, createProcess: 5 * MIB, putDraft: 8 * MIB };
/** Their effects and their idempotency record share one transaction of the runtime; they look after the key themselves. */
const KEEP_THEIR_OWN_KEY: ReadonlySet<RouteName> = new Set([
  'startInstance',
  'cancelInstance',
  'claimTask',
  'unclaimTask',
  'assignTask',
  'completeTask',
  'completeJob',
  'failJob',
  'retryIncident',
  'resolveIncident',
]);
const NAMES = Object.keys(ROUTES) as RouteName[];

const bodyLimitOf = (name: RouteName) => BODY_LIMITS[name] ?? MIB;

/** Every call of the contract, and nothing else: what isn't in ROUTES is 404, another method 405. */
export function apiRouter(deps: RouterDeps): Router {
  const router = Router({ caseSensitive: true, strict: true });
  for (const name of NAMES) mount(router, name, deps);
  for (const [path, methods] of methodsByPath()) {
    router.all(path, (request, response) => {
      response.setHeader('Allow', methods.join(', '));
      throw new HttpProblem('method-not-allowed', `Expected ${methods.join(' or ')}, but it is ${request.method}.`, { expected: methods });
    });
  }
  router.use((request) => {
    throw new HttpProblem('not-found', `Expected a path of this API (see /docs), but there is no ${request.path}.`);
  });
  return router;
}

function methodsByPath(): Map<string, Method[]> {
  const paths = new Map<string, Method[]>();
  for (const { path, method } of Object.values(ROUTES)) paths.set(path, [...(paths.get(path) ?? []), method]);
  return paths;
}

const VERBS = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const satisfies { [M in Method]: string };

function mount<R extends RouteName>(router: Router, name: R, deps: RouterDeps): void {
  const route: RouteDefinition = ROUTES[name];
  router[VERBS[route.method]](route.path, async (request, response) => {
    response.locals.route = name;
    if (!request.accepts('application/json'))
      throw new HttpProblem('not-acceptable', 'Expected to answer with application/json, but Accept excludes it.', { expected: ['application/json'] });
    const authenticated = await deps.authenticate(headersOf(request));
    if (authenticated?.via === 'session') refuseForeignOrigin(request.method, request.headers, deps.publicUrl);
    authorise(route.access, authenticated?.principal ?? null);
    for (const cookie of authenticated?.setCookies ?? []) response.append('Set-Cookie', cookie);

    const bytes = await readBytes(request, response, bodyLimitOf(name));
    const call = readCall(name, route, request, bytes, authenticated?.principal ?? null, deps.draining, hangUpOf(response));
    const reply = await answer(name, call, deps);
    if (deps.areAnswersChecked && route.response) route.response.parse(JSON.parse(JSON.stringify(reply.body)));
    send(response, route, reply);
  });
}

function answer<R extends RouteName>(name: R, call: Call<R>, deps: RouterDeps): Promise<Reply<RouteName>> {
  const act = () => deps.handlers[name](call);
  const { idempotency, principal } = call;
  if (!idempotency) return act();
  if (!KEEP_THEIR_OWN_KEY.has(name)) return deps.once(principal?.tenantId ?? '', idempotency, act);
  return act().catch(async (error: unknown) => answeredBefore(error, principal && (await deps.kept(principal, idempotency))));
}

/** The world has gone on since a request was answered, so that a check before the runtime refuses its repeat: what was answered still holds. */
function answeredBefore(error: unknown, kept: Reply<RouteName> | null): Reply<RouteName> {
  if (kept && error instanceof HttpProblem && error.status < 500) return kept;
  throw error;
}

function readCall<R extends RouteName>(
  name: R,
  route: RouteDefinition,
  request: Request,
  bytes: Uint8Array,
  principal: Principal | null,
  draining: AbortSignal,
  hangUp: AbortSignal,
): Call<R> {
  const body = route.body ? contentOf(request, bytes, route.accepts ?? ['application/json']) : undefined;
  const who = principal ? `${principal.tenantId}:${principal.userId ?? principal.name}` : '';
  const call = {
    params: request.params,
    query: route.query ? parsePart('query', route.query, request.query) : undefined,
    body: route.body ? parsePart('body', route.body, body) : undefined,
    principal,
    address: request.ip ?? '',
    ifMatch: request.headers['if-match'],
    idempotency:
      route.method === 'POST' ? readIdempotencyKey(request.get('idempotency-key'), { route: name, who, url: request.originalUrl, body: bytes }) : undefined,
    signal: AbortSignal.any([draining, hangUp]),
  };
  return call as unknown as Call<R>;
}

function hangUpOf(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}

function parsePart(part: 'query' | 'body', schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({ path: [part, ...issue.path].join('.'), message: issue.message }));
  const first = issues[0];
  throw new HttpProblem('request-invalid', `Expected a ${part} as the API describes it, but ${first?.path ?? part}: ${first?.message ?? 'it is not'}.`, {
    expected: issues,
  });
}

function send(response: Response, route: RouteDefinition, reply: Reply<RouteName>): void {
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  response.status(reply.status ?? route.status ?? 200);
  if (reply.body === undefined) response.end();
  else response.setHeader('Content-Type', 'application/json; charset=utf-8').end(JSON.stringify(reply.body));
}

import { ROUTES, type RouteDefinition, type RouteName } from '@baton/contract';
import { type ApiProblem, problemOf, unreachable } from './api-problem.ts';
import { idempotencyKey } from './idempotency-key.ts';
import type { Api, ArgumentsOf, CallOptions, OutputOf } from './route-types.ts';

interface AnyInput extends CallOptions {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

export interface Answer<T> {
  readonly data: T;
  /** Names the state that was read or written; goes into `ifMatch`. */
  readonly etag: string | null;
}

export function urlOf(route: RouteDefinition, { params = {}, query = {} }: AnyInput): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
  const text = search.toString();
  return `/api/v1${path}${text ? `?${text}` : ''}`;
}

function requestOf(route: RouteDefinition, input: AnyInput): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json' };
  if (input.body !== undefined) headers['content-type'] = 'application/json';
  if (route.method === 'POST') headers['idempotency-key'] = input.idempotencyKey ?? idempotencyKey();
  if (input.ifMatch) headers['if-match'] = input.ifMatch;
  return {
    method: route.method,
    headers,
    credentials: 'same-origin',
    ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
    ...(input.signal ? { signal: input.signal } : {}),
  };
}

async function send(route: RouteDefinition, input: AnyInput): Promise<Response> {
  try {
    return await fetch(urlOf(route, input), requestOf(route, input));
  } catch (error) {
    if (input.signal?.aborted) throw error;
    throw unreachable();
  }
}

let tellSignedOut = (): void => undefined;

/** `then` is called when the session has ended while somebody worked, whatever they were doing: reading, typing or deciding. */
export const onSignedOut = (then: () => void): void => {
  tellSignedOut = then;
};

async function refusalOf(name: RouteName, response: Response): Promise<ApiProblem> {
  const problem = await problemOf(response);
  // Who is there is asked by the routes themselves, and they know what to do when it is nobody.
  if (problem.code === 'not-signed-in' && name !== 'getMe') tellSignedOut();
  return problem;
}

/** Calls a route and reads its answer against the contract. Throws `ApiProblem`. */
export async function callRoute<N extends RouteName>(name: N, ...[input]: ArgumentsOf<N>): Promise<Answer<OutputOf<N>>> {
  const route: RouteDefinition = ROUTES[name];
  const response = await send(route, (input ?? {}) as AnyInput);
  if (!response.ok) throw await refusalOf(name, response);
  const data = route.response ? route.response.parse(await response.json()) : undefined;
  return { data: data as OutputOf<N>, etag: response.headers.get('etag') };
}

/** Every call of the API by its name: `api.listTasks({ query: { view: 'mine' } })`. Throws `ApiProblem`. */
export const api = Object.fromEntries(
  (Object.keys(ROUTES) as RouteName[]).map((name) => [name, async (input: never) => (await callRoute(name, input)).data]),
) as unknown as Api;

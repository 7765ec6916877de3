import type { IncomingHttpHeaders } from 'node:http';
import type { ROUTES, RouteName } from '@baton/contract';
import type { z } from 'zod';
import type { Principal } from './auth/principal.ts';
import type { Idempotency } from './idempotency-key.ts';

type Routes = typeof ROUTES;
type Parsed<R extends RouteName, Part extends 'query' | 'body'> = Routes[R] extends { [P in Part]: infer S extends z.ZodType } ? z.output<S> : undefined;
type ResponseOf<R extends RouteName> = Routes[R] extends { response: infer S extends z.ZodType } ? z.input<S> : undefined;
type ParamNames<Path extends string> = Path extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer Tail}`
    ? Name | ParamNames<Tail>
    : Rest
  : never;
type PrincipalOf<R extends RouteName> = Routes[R]['access'] extends 'public' ? Principal | null : Principal;

/** A call after every check of the border: parsed, signed in, permitted. What `orInvolved` leaves open is the handler's to check. */
export interface Call<R extends RouteName> {
  readonly params: { readonly [N in ParamNames<Routes[R]['path']>]: string };
  readonly query: Parsed<R, 'query'>;
  readonly body: Parsed<R, 'body'>;
  readonly principal: PrincipalOf<R>;
  /** Address of the other side, for rate limits. */
  readonly address: string;
  /** As they came, for what is signed. */
  readonly bytes: Uint8Array;
  readonly headers: IncomingHttpHeaders;
  readonly ifMatch: string | undefined;
  /** Set when the caller gave an `Idempotency-Key`. */
  readonly idempotency: Idempotency | undefined;
  /** Aborted when the caller has hung up or the server drains. */
  readonly signal: AbortSignal;
}

export interface Reply<R extends RouteName> {
  readonly body: ResponseOf<R>;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handler<R extends RouteName> = (call: Call<R>) => Promise<Reply<R>>;
/** Total: a route of the contract without a handler is a compile error. */
export type Handlers = { readonly [R in RouteName]: Handler<R> };

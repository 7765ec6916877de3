import type { ROUTES, RouteName } from '@baton/contract';
import type { z } from 'zod';

type Routes = typeof ROUTES;
type ParamNames<P extends string> = P extends `${string}:${infer N}/${infer Rest}` ? N | ParamNames<Rest> : P extends `${string}:${infer N}` ? N : never;
type WithParams<P extends string> = [ParamNames<P>] extends [never] ? unknown : { params: { [N in ParamNames<P>]: string } };
type WithQuery<R> = R extends { query: infer Q extends z.ZodType } ? { query?: { [K in keyof z.output<Q>]?: z.output<Q>[K] | undefined } } : unknown;
type WithBody<R> = R extends { body: infer B extends z.ZodType } ? (undefined extends z.input<B> ? { body?: z.input<B> } : { body: z.input<B> }) : unknown;

/** `idempotencyKey`: give the same one to send the same thing again; each POST gets a new one otherwise. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly ifMatch?: string | undefined;
}

export type InputOf<N extends RouteName> = WithParams<Routes[N]['path']> & WithQuery<Routes[N]> & WithBody<Routes[N]> & CallOptions;
export type OutputOf<N extends RouteName> = Routes[N] extends { response: infer S extends z.ZodType } ? z.output<S> : undefined;
/** The input may be left out where nothing in it is needed. */
export type ArgumentsOf<N extends RouteName> = Record<never, never> extends InputOf<N> ? [input?: InputOf<N>] : [input: InputOf<N>];
export type Api = { readonly [N in RouteName]: (...input: ArgumentsOf<N>) => Promise<OutputOf<N>> };

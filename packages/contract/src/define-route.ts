import type { z } from 'zod';
import type { Access } from './access.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One call of the API: the server routes by it, the client is typed by it, OpenAPI is generated from it. */
export interface RouteDefinition {
  readonly method: Method;
  /** Below `/api/v1`, with `:name` for parameters. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly access: Access;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly response?: z.ZodType;
  /** Of the ordinary answer; default 200. */
  readonly status?: 200 | 201 | 204;
  /** Content types of the body other than JSON. */
  readonly accepts?: readonly string[];
}

export const defineRoute = <const R extends RouteDefinition>(route: R) => route;

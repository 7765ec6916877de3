import { ERROR_CODES, problemDetailsSchema, ROUTES, type RouteDefinition, type RouteName } from '@baton/contract';
import { z } from 'zod';

type Schema = Record<string, unknown>;

/** OpenAPI 3.1 of the whole contract; its schemas are those the server checks by. */
export function openApiDocument(version: string): Schema {
  const paths: Record<string, Record<string, Schema>> = {};
  for (const name of Object.keys(ROUTES) as RouteName[]) {
    const route: RouteDefinition = ROUTES[name];
    const path = `/api/v1${route.path.replaceAll(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(name, route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Baton',
      version,
      description: 'Draw, publish, run, decide and watch business processes.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ apiKey: [] }, { session: [] }],
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key' },
        session: { type: 'apiKey', in: 'cookie', name: 'baton.session_token', description: 'The session of a browser, after POST /api/auth/sign-in/email' },
      },
      schemas: { Problem: jsonSchemaOf(problemDetailsSchema, 'output') },
      responses: {
        Problem: {
          description: `One of: ${Object.keys(ERROR_CODES).join(', ')}`,
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
    paths,
  };
}

function operationOf(name: RouteName, route: RouteDefinition): Schema {
  const { access } = route;
  return {
    operationId: name,
    tags: [route.tag],
    summary: route.summary,
    description:
      typeof access === 'string' ? `Access: ${access}.` : `Needs the permission \`${access.permission}\`${access.orInvolved ? ', or to be involved' : ''}.`,
    ...(access === 'public' ? { security: [] } : {}),
    parameters: parametersOf(route),
    ...(route.body ? { requestBody: requestBodyOf(route, route.body) } : {}),
    responses: {
      [route.status ?? 200]: {
        description: 'Done',
        ...(route.response ? { content: { 'application/json': { schema: jsonSchemaOf(route.response, 'output') } } } : {}),
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

const requestBodyOf = (route: RouteDefinition, body: z.ZodType): Schema => ({
  required: !body.safeParse(undefined).success,
  content: Object.fromEntries((route.accepts ?? ['application/json']).map((type) => [type, { schema: jsonSchemaOf(body, 'input') }])),
});

function parametersOf(route: RouteDefinition): Schema[] {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  const idempotency = route.method === 'POST' ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 255 } }] : [];
  return [...inPath, ...(route.query ? inQuery(route.query) : []), ...idempotency];
}

function inQuery(query: z.ZodType): Schema[] {
  const { properties = {}, required = [] } = jsonSchemaOf(query, 'input') as { properties?: Record<string, Schema>; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));
}

function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _dialect, $defs: _definitions, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' });
  return withoutReferences(rest) as Schema;
}

/** The only thing `reused: 'inline'` leaves as a reference is the recursive `z.json()`: any JSON value, which an empty schema says as well. */
function withoutReferences(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutReferences);
  if (typeof schema !== 'object' || schema === null) return schema;
  if ('$ref' in schema) return {};
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withoutReferences(value)]));
}

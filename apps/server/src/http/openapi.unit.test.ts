import { ROUTES, type RouteDefinition } from '@baton/contract';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from './openapi.ts';

describe('the OpenAPI document', () => {
  const document = JSON.parse(JSON.stringify(openApiDocument('1.2.3')));

  it('describes every route of the contract', () => {
    for (const [name, route] of Object.entries(ROUTES) as [string, RouteDefinition][]) {
      const path = `/api/v1${route.path.replaceAll(/:(\w+)/g, '{$1}')}`;
      const operation = document.paths[path]?.[route.method.toLowerCase()];

      expect(operation?.operationId, `${route.method} ${path}`).toBe(name);
      expect(operation.responses[route.status ?? 200], name).toBeDefined();
      expect(operation.parameters.filter((parameter: { in: string }) => parameter.in === 'path')).toHaveLength((path.match(/\{/g) ?? []).length);
    }
  });

  it('refers to nothing that is not in it', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#([^"]+)"/g)].map(([, pointer]) => pointer!);

    expect(references.length).toBeGreaterThan(0);
    for (const pointer of references)
      expect(
        pointer
          .split('/')
          .slice(1)
          .reduce((at, key) => at?.[key], document),
        pointer,
      ).toBeDefined();
  });

  it('refuses unknown fields in bodies', () => {
    const start = document.paths['/api/v1/instances'].post.requestBody.content['application/json'].schema;

    expect(start.additionalProperties).toBe(false);
    expect(start.required).toEqual(['processKey']);
  });
});

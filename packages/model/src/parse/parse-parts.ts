import { z } from 'zod';
import { ELEMENT_TYPES, isElementType } from '../elements/registry.ts';
import { artifactSchema, edgeLayoutSchema, elementSchemaOf, flowSchema, graphSchema, shapeLayoutSchema, variableDeclarationSchema } from '../graph.ts';
import type { JsonObject } from '../migrations.ts';
import { oneOf } from '../naming.ts';
import { error, type Problem } from '../problem.ts';
import { explainIssue } from './explain-issue.ts';

/** Everything that is wrong with the shape of a graph of the present version, each problem with the id it belongs to. */
export function problemsOfParts(graph: JsonObject): Problem[] {
  return [
    ...problemsOf(headSchema, graph, {}),
    ...eachOf(graph, 'elements').flatMap(([element, path]) => problemsOfElement(element, path)),
    ...eachOf(graph, 'flows').flatMap(([flow, path]) => problemsOf(flowSchema, flow, labelOf(flow, path))),
    ...eachOf(graph, 'artifacts').flatMap(([artifact, path]) => problemsOf(artifactSchema, artifact, labelOf(artifact, path))),
    ...eachOf(graph, 'variables').flatMap(([variable, path]) => problemsOf(variableDeclarationSchema, variable, { path })),
    ...problemsOfLayout(graph.layout),
  ];
}

/** The graph without looking into its lists: those are read part by part. */
const headSchema = graphSchema.extend({
  elements: z.array(z.unknown()).max(20_000),
  flows: z.array(z.unknown()).max(20_000),
  artifacts: z.array(z.unknown()).max(20_000).optional(),
  variables: z.array(z.unknown()).max(1000).optional(),
  layout: z.record(z.string(), z.unknown()).optional(),
});

type Where = { readonly elementId?: string; readonly path?: string };

function problemsOf(schema: z.ZodType, value: unknown, where: Where): Problem[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues
    .flatMap((issue) => explainIssue(issue, value))
    .map(({ code, path, message }) => error(code, message, { ...where, ...joined(where, path) }));
}

/** With an id the path lies inside the element; without one it lies in the graph. */
function joined(where: Where, path: readonly PropertyKey[]): { path?: string } {
  const inner = path.map(String).join('.');
  const whole = where.elementId === undefined ? [where.path, inner].filter(Boolean).join('.') : inner;
  return whole === '' ? {} : { path: whole };
}

function problemsOfElement(element: unknown, path: string): Problem[] {
  const where = labelOf(element, path);
  if (!isObject(element)) return [error('property-invalid', `Expected an element, but found something else at ${path}.`, where)];
  const { type } = element;
  if (typeof type !== 'string') return [error('property-missing', 'Expected a “type” that says what kind of element it is, but it is missing.', where)];
  if (!isElementType(type)) {
    return [
      error('unknown-element-type', `Expected one of ${oneOf(ELEMENT_TYPES)}, but the element${named(element)} has the type “${type}”.`, {
        ...where,
        ...joined(where, ['type']),
      }),
    ];
  }
  return problemsOf(elementSchemaOf(type), element, where);
}

const named = (element: JsonObject) => (typeof element.id === 'string' ? ` “${element.id}”` : '');

function problemsOfLayout(layout: unknown): Problem[] {
  if (!isObject(layout)) return [];
  return Object.entries(layout).flatMap(([id, entry]) =>
    problemsOf(isObject(entry) && Object.hasOwn(entry, 'waypoints') ? edgeLayoutSchema : shapeLayoutSchema, entry, { path: `layout.${id}` }),
  );
}

function labelOf(part: unknown, path: string): Where {
  return isObject(part) && typeof part.id === 'string' && part.id !== '' ? { elementId: part.id } : { path };
}

function eachOf(graph: JsonObject, key: string): readonly (readonly [unknown, string])[] {
  const list = graph[key];
  return Array.isArray(list) ? list.map((entry, i) => [entry, `${key}.${i}`] as const) : [];
}

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

import { createHash } from 'node:crypto';

import { error, type Graph, hasErrors, meaningOf, type Problem, parseGraph, splitPools, validate } from '@baton/model';
import { HttpProblem } from '../http/http-problem.ts';
import { checkSyntax } from './check-syntax.ts';
import { plainProblem } from './plain-problem.ts';

/** JSON -> a graph that reads; what it means may still be wrong. */
export function readGraph(json: unknown): Graph {
  const parsed = parseGraph(json);
  if (!parsed.ok) throw graphInvalid(parsed.problems);
  return parsed.graph;
}

/** Everything wrong or dubious in a drawing, its expressions included: in each of its processes, and between its pools. */
export function problemsOf(graph: Graph): Problem[] {
  const whole = validate(graph, { checkExpression: checkSyntax });
  if (!graph.pools?.length) return whole;
  const between = new Set([...graph.pools, ...(graph.lanes ?? []), ...(graph.messageFlows ?? [])].map(({ id }) => id));
  const processes = splitPools(graph);
  const inside = processes.flatMap((process) => validate(process, { checkExpression: checkSyntax }));
  return [...sameKey(processes), ...whole.filter(({ elementId }) => elementId !== undefined && between.has(elementId)), ...inside];
}

function sameKey(processes: readonly Graph[]): Problem[] {
  const keys = processes.map(({ key }) => key);
  return processes
    .filter(({ key }, i) => keys.indexOf(key) < i)
    .map(({ key, pools = [] }) =>
      error('key-duplicate', `Expected every executable pool to have a process of its own, but several are “${key}”: give each its own key.`, {
        ...(pools[0] ? { elementId: pools[0].id } : {}),
      }),
    );
}

/** A process as it is published. That which the drawing is named after carries the whole drawing as its draft, and changes with it. */
export interface Publishable {
  readonly graph: Graph;
  readonly checksum: string;
  readonly draft: Graph;
}

/** A drawing whose processes can be published: no errors; warnings don't stop it. */
export function publishable(json: unknown): Publishable[] {
  const drawing = readGraph(json);
  refuseErrors(problemsOf(drawing));
  const processes = splitPools(drawing);
  if (processes.length === 0) refuseErrors([nothingRuns()]);
  return processes.map((graph) => {
    const draft = graph.key === drawing.key ? drawing : graph;
    return { graph, checksum: checksumOf(draft), draft };
  });
}

export const nothingRuns = (): Problem =>
  error('not-executable', 'Expected a process that is meant to run, but there is none: set isExecutable on the pool or process.');

export function refuseErrors(problems: readonly Problem[]): void {
  if (hasErrors(problems)) throw graphInvalid(problems);
}

/** Names the meaning: equal for two graphs that run alike. */
export const checksumOf = (graph: Graph): string => createHash('sha256').update(meaningOf(graph)).digest('hex');

function graphInvalid(problems: readonly Problem[]): HttpProblem {
  const errors = problems.filter((problem) => problem.severity === 'error');
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return new HttpProblem('graph-invalid', `${errors[0]?.message ?? 'Expected a graph, but it is something else.'}${more}`, {
    problems: problems.map(plainProblem),
  });
}

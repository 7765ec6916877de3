import { createHash } from 'node:crypto';

import { compile, type Graph, meaningOf, type Problem, parseGraph, validate } from '@baton/model';
import { checkSoundness, soundnessProblems } from '@baton/soundness';
import { HttpProblem } from '../http/http-problem.ts';
import { checkSyntax } from './check-syntax.ts';
import { plainProblem } from './plain-problem.ts';

/** JSON -> a graph that reads; what it means may still be wrong. */
export function readGraph(json: unknown): Graph {
  const parsed = parseGraph(json);
  if (!parsed.ok) throw graphInvalid(parsed.problems);
  return parsed.graph;
}

/** Everything wrong or dubious in a graph, its expressions included. */
export const problemsOf = (graph: Graph): Problem[] => validate(graph, { checkExpression: checkSyntax });

/** A graph that can be published: no errors; warnings don't stop it. */
export function publishableGraph(json: unknown): Graph {
  const graph = readGraph(json);
  const problems = problemsOf(graph);
  if (problems.some((problem) => problem.severity === 'error')) throw graphInvalid(problems);
  return graph;
}

/** How a run of a graph that can be published could go wrong. Warnings: the data may rule out what the drawing allows. */
export const soundnessOf = (graph: Graph): Problem[] => soundnessProblems(checkSoundness(compile(graph)));

/** Names the meaning: equal for two graphs that run alike. */
export const checksumOf = (graph: Graph): string => createHash('sha256').update(meaningOf(graph)).digest('hex');

function graphInvalid(problems: readonly Problem[]): HttpProblem {
  const errors = problems.filter((problem) => problem.severity === 'error');
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return new HttpProblem('graph-invalid', `${errors[0]?.message ?? 'Expected a graph, but it is something else.'}${more}`, {
    problems: problems.map(plainProblem),
  });
}

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isObject } from './parse/parse-parts.ts';
import { parseGraph } from './parse-graph.ts';
import { PROBLEM_CODES } from './problem-codes.ts';
import { TEMPLATES } from './templates/index.ts';
import { validate } from './validate.ts';

type Change = { readonly steps: readonly number[]; readonly value: unknown; readonly isRemoval: boolean };

const change: fc.Arbitrary<Change> = fc.record({
  steps: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
  value: fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('start', '=', '', 'endEvent', 'approve-invoice', -1, null, [], {})),
  isRemoval: fc.boolean(),
});

/** Somewhere inside, something else, or nothing any more. */
function changed(json: unknown, { steps, value, isRemoval }: Change): unknown {
  const [step = 0, ...rest] = steps;
  if (Array.isArray(json) && json.length > 0)
    return json.map((each: unknown, i) => (i === step % json.length ? (rest.length > 0 ? changed(each, { steps: rest, value, isRemoval }) : value) : each));
  if (!isObject(json) || Object.keys(json).length === 0) return value;
  const key = Object.keys(json)[step % Object.keys(json).length] ?? '';
  const { [key]: old, ...others } = json;
  if (rest.length > 0) return { ...json, [key]: changed(old, { steps: rest, value, isRemoval }) };
  return isRemoval ? others : { ...json, [key]: value };
}

it('answers whatever comes with a graph or with problems, and never falls over', () => {
  let refused = 0;
  fc.assert(
    fc.property(fc.constantFrom(...TEMPLATES), fc.array(change, { minLength: 1, maxLength: 4 }), (template, changes) => {
      const parsed = parseGraph(changes.reduce<unknown>(changed, template));
      const problems = parsed.ok ? validate(parsed.graph) : parsed.problems;
      if (!parsed.ok) {
        refused += 1;
        expect(problems.length).toBeGreaterThan(0);
      }
      for (const problem of problems) {
        expect(PROBLEM_CODES).toContain(problem.code);
        expect(problem.message).toMatch(/[Ee]xpected .*(, but|, because|: it|: only)/s);
      }
    }),
    { numRuns: 500, endOnFailure: true },
  );
  expect(refused).toBeGreaterThan(50);
});

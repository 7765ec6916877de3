import { describe, expect, it } from 'vitest';
import type { Element, Flow } from './graph.ts';
import { PROBLEM_CODES, XML_PROBLEM_CODES } from './problem-codes.ts';
import { CASES } from './testing/cases/index.ts';
import { decision, graphWith, type Parts } from './testing/graph-with.ts';
import { validate } from './validate.ts';

/** FEEL itself is not the model's: this stand-in finds brackets that are not closed. */
const checkExpression = (source: string) => (source.split('(').length === source.split(')').length ? null : 'a bracket is open.');
const options = { checkExpression, checkUnaryTests: checkExpression };

/** Found when a text is read, or about values: not what validate says. `attach-…` and `element-unknown` are answers of rules to a hand. */
const OF_OTHERS =
  /^(not-a-graph|format-.*|too-.*|key-forbidden|unknown-.*|property-.*|value-.*|variable-name-invalid|attach-.*|element-unknown|not-executable|key-duplicate|unsound-.*|soundness-too-large)$/;
const OF_FILES: ReadonlySet<string> = new Set(XML_PROBLEM_CODES);

describe('validate', () => {
  it('finds nothing wrong with a process that is complete', () => {
    expect(validate(graphWith({}), options)).toEqual([]);
    expect(validate(graphWith(decision({ condition: 'amount > 1000' }, { isDefault: true })), options)).toEqual([]);
  });

  it.each(CASES)('finds %s', (_what, parts, problem) => {
    expect(validate(graphWith(parts), options)).toContainEqual(expect.objectContaining({ severity: 'error', ...problem }));
  });

  it('says it in whole sentences that name what was expected', () => {
    for (const [, parts] of CASES) for (const { message } of validate(graphWith(parts), options)) expect(message).toMatch(/[Ee]xpected .*, (but|because) .*/);
  });

  it('shows errors before warnings', () => {
    const severities = validate(
      graphWith({
        elements: [
          { id: 'lost', type: 'userTask' },
          { id: 'task', type: 'serviceTask' },
        ],
      }),
    ).map((problem) => problem.severity);

    expect(severities).toEqual(severities.toSorted());
    expect(new Set(severities).size).toBe(2);
  });

  it('has a case above for every problem it can find', () => {
    const covered = new Set(CASES.map(([, , problem]) => problem.code));

    expect(PROBLEM_CODES.filter((code) => !covered.has(code) && !OF_OTHERS.test(code) && !OF_FILES.has(code))).toEqual([]);
  });

  it('lets a repeating timer stay beside a step that goes on, and FEEL stand where a date may', () => {
    const parts: Parts = {
      elements: [
        { id: 'late', type: 'boundaryEvent', attachedTo: 'task', cancelActivity: false, trigger: { type: 'timer', cycle: 'R/P1D' } },
        { id: 'task', type: 'userTask', assignee: 'a', dueDate: '=date and time(now)', followUpDate: 'P1D' },
        { id: 'end2', type: 'endEvent', trigger: { type: 'terminate' } },
      ],
      flows: [{ id: 'f3', from: 'late', to: 'end2' }],
    };

    expect(validate(graphWith(parts))).toEqual([]);
  });

  it('does not say of everything behind it that it is unreachable', () => {
    const lost = validate(
      graphWith({
        flows: [
          { id: 'f1', from: 'task', to: 'end' },
          { id: 'f2', from: 'start', to: 'end' },
        ],
      }),
    );

    expect(lost.map((problem) => `${problem.code} ${problem.elementId}`)).toEqual(['unreachable task']);
  });

  it('checks 2,000 elements while somebody types', () => {
    const elements = Array.from({ length: 2000 }, (_, i): Element => ({ id: `t${i}`, type: 'userTask', assignee: 'a' }));
    const flows = elements.slice(1).map((element, i): Flow => ({ id: `g${i}`, from: `t${i}`, to: element.id }));
    const graph = graphWith({ elements, flows: [...flows, { id: 'f2', from: 'task', to: 't0' }, { id: 'last', from: 't1999', to: 'end' }] });
    const before = performance.now();

    expect(validate(graph)).toEqual([]);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

import { describe, expect, it } from 'vitest';
import { emptyGraph, type Graph } from './graph.ts';
import { parseGraph } from './parse-graph.ts';

const graph = (): Graph => ({
  ...emptyGraph('leave', 'Leave'),
  elements: [
    { id: 'start', type: 'startEvent' },
    { id: 'approve', type: 'userTask', name: 'Approve', form: { fields: [{ key: 'days', type: 'number', label: 'Days' }] } },
    { id: 'end', type: 'endEvent' },
  ],
  flows: [
    { id: 'a', from: 'start', to: 'approve' },
    { id: 'b', from: 'approve', to: 'end' },
  ],
  layout: {
    start: { x: 0, y: 0, width: 36, height: 36 },
    a: {
      waypoints: [
        { x: 36, y: 18 },
        { x: 80, y: 18 },
      ],
    },
  },
});
const problemsOf = (json: unknown) => {
  const parsed = parseGraph(json);
  return parsed.ok ? [] : parsed.problems;
};

describe('parseGraph', () => {
  it('gives back a graph as it was written', () => {
    const parsed = parseGraph(JSON.parse(JSON.stringify(graph())));

    expect(parsed).toEqual({ ok: true, graph: graph() });
  });

  it.each([null, 7, 'text', [], undefined])('says that %j is no graph', (json) => {
    expect(problemsOf(json)[0]?.code).toBe('not-a-graph');
  });

  it('refuses another format, a missing version and a newer version', () => {
    expect(problemsOf({ ...graph(), format: 'bpmn' })[0]).toMatchObject({ code: 'format-unknown', path: 'format' });
    expect(problemsOf({ ...graph(), formatVersion: undefined })[0]).toMatchObject({ code: 'format-version-missing' });
    expect(problemsOf({ ...graph(), formatVersion: 0 })[0]).toMatchObject({ code: 'format-version-missing' });
    expect(problemsOf({ ...graph(), formatVersion: 2 })[0]).toMatchObject({ code: 'format-version-newer' });
    expect(problemsOf({ ...graph(), formatVersion: 2 })[0]?.message).toBe(
      'Expected a formatVersion up to 1, but found 2: it was saved by a newer version. Update this installation to open it.',
    );
  });

  it('lists the known element types when it does not know one', () => {
    const problems = problemsOf({ ...graph(), elements: [{ id: 'x', type: 'teleport' }] });

    expect(problems).toEqual([
      {
        code: 'unknown-element-type',
        severity: 'error',
        elementId: 'x',
        path: 'type',
        message: expect.stringMatching(/^Expected one of startEvent, userTask, .* or endEvent, but the element “x” has the type “teleport”\.$/),
      },
    ]);
  });

  it('names the element and the property that it does not know, wherever it stands', () => {
    const json = { ...graph(), colour: 'red', elements: [{ id: 'start', type: 'startEvent', size: 3, form: { fields: [], look: 1 } }] };

    expect(problemsOf(json)).toMatchObject(
      [
        { code: 'unknown-property', path: 'colour' },
        { code: 'unknown-property', elementId: 'start', path: 'size' },
        { code: 'unknown-property', elementId: 'start', path: 'form.look' },
      ]
        .toSorted((left, right) => left.path.localeCompare(right.path))
        .toSorted(() => 0)
        .filter(Boolean)
        .map((problem) => expect.objectContaining(problem))
        .slice(0, 0)
        .concat([
          expect.objectContaining({ code: 'unknown-property', path: 'colour' }),
          expect.objectContaining({ code: 'unknown-property', elementId: 'start', path: 'form.look' }),
          expect.objectContaining({ code: 'unknown-property', elementId: 'start', path: 'size' }),
        ]),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { emptyGraph, type Graph } from './graph.ts';
import { guardJson } from './parse/guard.ts';
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

function problemsOf(json: unknown) {
  const parsed = parseGraph(json);
  return parsed.ok ? [] : parsed.problems;
}

describe('parseGraph', () => {
  it('gives back a graph as it was written', () => {
    expect(parseGraph(JSON.parse(JSON.stringify(graph())))).toEqual({ ok: true, graph: graph() });
  });

  it('takes a graph without layout', () => {
    const { layout: _layout, ...bare } = graph();

    expect(parseGraph(bare)).toEqual({ ok: true, graph: { ...graph(), layout: {} } });
  });

  it.each([null, 7, 'text', [], undefined])('says that %j is no graph', (json) => {
    expect(problemsOf(json)[0]?.code).toBe('not-a-graph');
  });

  it('refuses another format, a missing version and a newer version', () => {
    expect(problemsOf({ ...graph(), format: 'bpmn' })[0]).toMatchObject({ code: 'format-unknown', path: 'format' });
    expect(problemsOf({ ...graph(), formatVersion: undefined })[0]).toMatchObject({ code: 'format-version-missing' });
    expect(problemsOf({ ...graph(), formatVersion: 0 })[0]).toMatchObject({ code: 'format-version-missing' });
    expect(problemsOf({ ...graph(), formatVersion: 2 })[0]).toMatchObject({
      code: 'format-version-newer',
      message: 'Expected a formatVersion up to 1, but found 2: it was saved by a newer version. Update this installation to open it.',
    });
  });

  it('lists the known element types when it does not know one', () => {
    expect(problemsOf({ ...graph(), elements: [{ id: 'x', type: 'teleport' }] })).toEqual([
      {
        code: 'unknown-element-type',
        severity: 'error',
        elementId: 'x',
        path: 'type',
        message: expect.stringMatching(/^Expected one of startEvent, userTask, .* or endEvent, but the element “x” has the type “teleport”\.$/),
      },
    ]);
  });

  it('names every property it does not know, and the element it stands in', () => {
    const problems = problemsOf({ ...graph(), colour: 'red', elements: [{ id: 'start', type: 'startEvent', size: 3, form: { fields: [], look: 1 } }] });

    expect(problems.map(({ code, elementId, path }) => ({ code, elementId, path }))).toEqual([
      { code: 'unknown-property', elementId: undefined, path: 'colour' },
      { code: 'unknown-property', elementId: 'start', path: 'form.look' },
      { code: 'unknown-property', elementId: 'start', path: 'size' },
    ]);
  });

  it.each([
    [
      'a name that is a number',
      { elements: [{ id: 'start', type: 'startEvent', name: 7 }] },
      { code: 'property-invalid', elementId: 'start', path: 'name', message: 'Expected a text for “name”, but found 7.' },
    ],
    ['an element without type', { elements: [{ id: 'start' }] }, { code: 'property-missing', elementId: 'start' }],
    ['an element that is none', { elements: [null] }, { code: 'property-invalid', path: 'elements.0' }],
    [
      'elements that are no list',
      { elements: {} },
      { code: 'property-invalid', path: 'elements', message: 'Expected a list for “elements”, but found an object.' },
    ],
    ['no elements', { elements: undefined }, { code: 'property-missing', path: 'elements', message: 'Expected a list for “elements”, but it is missing.' }],
    ['a flow without an end', { flows: [{ id: 'a', from: 'start' }] }, { code: 'property-missing', elementId: 'a', path: 'to' }],
    ['an id with a blank', { elements: [{ id: 'a b', type: 'endEvent' }] }, { code: 'property-invalid', elementId: 'a b', path: 'id' }],
    ['a boundary event on nothing', { elements: [{ id: 'late', type: 'boundaryEvent' }] }, { code: 'property-missing', elementId: 'late', path: 'attachedTo' }],
    [
      'an unknown field type',
      { elements: [{ id: 's', type: 'startEvent', form: { fields: [{ key: 'a', label: 'A', type: 'colour' }] } }] },
      { code: 'property-invalid', elementId: 's', path: 'form.fields.0.type' },
    ],
    ['an unknown trigger', { elements: [{ id: 's', type: 'endEvent', trigger: { type: 'party' } }] }, { elementId: 's', path: 'trigger.type' }],
    ['a place without width', { layout: { start: { x: 0, y: 0, height: 1 } } }, { code: 'property-missing', path: 'layout.start.width' }],
    [
      'one waypoint',
      { layout: { a: { waypoints: [{ x: 0, y: 0 }] } } },
      { code: 'property-invalid', path: 'layout.a.waypoints', message: 'Expected at least 2 entries for “waypoints”, but found a list.' },
    ],
    ['an id used twice', { elements: [{ id: 'a', type: 'endEvent' }], flows: [{ id: 'a', from: 'a', to: 'a' }] }, { code: 'duplicate-id', elementId: 'a' }],
  ])('says what is wrong with %s', (_what, wrong, problem) => {
    expect(problemsOf({ ...graph(), ...wrong })).toContainEqual(expect.objectContaining(problem));
  });

  it('refuses keys that reach into prototypes, wherever they stand', () => {
    const json: unknown = JSON.parse(JSON.stringify(graph()).replace('"name":"Approve"', '"extensions":{"a":[{"__proto__":{"isAdmin":true}}]}'));

    expect(problemsOf(json)).toMatchObject([{ code: 'key-forbidden', path: 'elements.1.extensions.a.0.__proto__' }]);
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  });

  it('refuses what is nested deeper than anybody draws, without running out of stack', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];

    expect(problemsOf({ ...graph(), extra: deep })[0]?.code).toBe('too-deep');
  });

  it('refuses what is larger than a machine should walk', () => {
    expect(
      guardJson(
        Array.from({ length: 20 }, () => [1, 2]),
        { maxDepth: 5, maxNodes: 50 },
      ),
    ).toMatchObject({ code: 'too-large' });
    expect(problemsOf({ ...graph(), elements: Array.from({ length: 20_001 }, (_, i) => ({ id: `e${i}`, type: 'endEvent' })) })).toContainEqual(
      expect.objectContaining({ path: 'elements' }),
    );
  });
});

import { ELEMENT_TYPES, type ElementType, emptyGraph, type Graph, isEdgeLayout, parseGraph, validate } from '@baton/model';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EditCommand } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { edit } from './edit.ts';
import { copyFragment } from './fragment.ts';
import { SIDES } from './geometry/side.ts';
import { applyPatch, diffGraphs } from './patch.ts';

/** Numbers that pick from whatever the graph holds when their turn comes. */
type Hand = { readonly kind: number; readonly picks: readonly number[]; readonly x: number; readonly y: number };

const hand: fc.Arbitrary<Hand> = fc.record({
  kind: fc.nat(),
  picks: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
  x: fc.integer({ min: -400, max: 900 }),
  y: fc.integer({ min: -400, max: 900 }),
});

const pick = <T>(list: readonly T[], n: number | undefined): T | undefined => list[(n ?? 0) % Math.max(1, list.length)];

const SETTINGS = [
  { documentation: 'why' },
  { assignee: '=initiator' },
  { id: 'stolen' },
  { documentation: null },
  { triggeredByEvent: true },
  { triggeredByEvent: null },
  { isForCompensation: true },
  { isForCompensation: null },
  { pool: 'theirs' },
  { pool: null },
  { instantiate: true },
  { trigger: { type: 'message', name: 'm' } },
  { trigger: { type: 'timer', duration: 'P1D' } },
] as const;

function commandFor(graph: Graph, { kind, picks, x, y }: Hand): EditCommand {
  const elements = graph.elements.map((element) => element.id);
  const flows = graph.flows.map((flow) => flow.id);
  const [a, b, c, d] = picks;
  const id = pick(elements, a) ?? 'nothing';
  const other = pick(elements, b) ?? 'nothing';
  const flow = pick(flows, b) ?? 'nothing';
  const figures = [...(graph.pools ?? []), ...(graph.lanes ?? []), ...(graph.artifacts ?? []), ...(graph.messageFlows ?? [])].map((part) => part.id);
  const figure = pick(figures, a) ?? 'nothing';
  const elementType: ElementType = pick(ELEMENT_TYPES, c) ?? 'userTask';
  const side = pick(SIDES, c) ?? 'top';
  const at = { x, y };
  const parent = pick([null, undefined, ...elements], d);
  const onFlow = pick([undefined, undefined, ...flows], d);
  const commands: readonly EditCommand[] = [
    { type: 'addElement', elementType, at, ...(parent !== undefined && { parent }), ...(onFlow !== undefined && { onFlow }) },
    { type: 'addElement', elementType, at },
    { type: 'appendElement', after: id, elementType },
    { type: 'appendElement', after: id, elementType },
    { type: 'connect', from: id, to: other, ...(x > 0 && { condition: 'amount > 1' }) },
    { type: 'connect', from: id, to: other },
    { type: 'reconnect', flow, from: id },
    { type: 'reconnect', flow, to: id },
    { type: 'removeElements', ids: [id, ...(x > 600 ? [other, flow] : [])] },
    { type: 'removeElements', ids: [flow] },
    { type: 'moveElements', ids: x > 0 ? [id] : [id, other], by: at, ...(parent !== undefined && { parent }) },
    { type: 'moveElements', ids: [id], by: at, onFlow: flow },
    { type: 'resize', id, box: { x, y, width: Math.abs(x), height: Math.abs(y) } },
    { type: 'rename', id: x > 0 ? id : flow, name: pick(['Approve', '', ' Pay '], d) ?? '' },
    { type: 'setProperties', id, properties: pick(SETTINGS, d) ?? {} },
    { type: 'setProperties', id, properties: pick(SETTINGS, d) ?? {} },
    { type: 'setFlow', id: flow, ...pick([{ isDefault: true }, { condition: 'x' }, { condition: null }, { name: 'Yes' }], d) },
    {
      type: 'orderFlows',
      from: id,
      flows: graph.flows
        .filter((each) => each.from === id)
        .map((each) => each.id)
        .toReversed(),
    },
    { type: 'changeType', id, to: elementType },
    { type: 'attachBoundaryEvent', host: id, side, t: (c ?? 0) / 10 - Math.floor((c ?? 0) / 10), ...(x > 300 && { event: other }) },
    { type: 'attachBoundaryEvent', host: id },
    { type: 'moveBoundaryEvent', id, side, t: 0.3, ...(x > 0 && { host: other }) },
    { type: 'detachBoundaryEvent', id, at },
    { type: 'setGraphProperties', name: pick(['Name', ''], a) ?? '', description: pick(['text', null], b) ?? null },
    { type: 'setWaypoints', flow, waypoints: [{ x: 0, y: 0 }, at, { x, y: 7 }, { x: 50, y: 7 }] },
    { type: 'resetRoute', flow },
    { type: 'moveLabel', id: x > 0 ? id : flow, label: y > 0 ? { x, y, width: 50, height: 14 } : null },
    { type: 'paste', fragment: copyFragment(graph, [id, other]), at, parent: parent ?? null },
    { type: 'duplicate', ids: [id, other], by: { x: 40, y: 40 } },
    { type: 'toggleCollapsed', id },
    { type: 'addPool', at },
    { type: 'addLane', at },
    {
      type: 'addArtifact',
      artifactType: pick(['textAnnotation', 'group', 'dataObject', 'dataStore'] as const, c) ?? 'group',
      at,
      ...(x > 300 && { about: id }),
    },
    { type: 'connect', from: figure, to: x > 0 ? id : other },
    { type: 'connect', from: id, to: figure },
    { type: 'moveElements', ids: [figure], by: { x: 60, y } },
    { type: 'resize', id: figure, box: { x, y, width: Math.abs(x), height: Math.abs(y) } },
    { type: 'removeElements', ids: x > 500 ? [figure] : [figure, id] },
    { type: 'setProperties', id: figure, properties: { documentation: 'why' } },
  ];
  return pick(commands, kind) ?? { type: 'toggleCollapsed', id };
}

/** What no hand may bring about, whatever it does: validate calls these errors, and no command could mend them. */
const BROKEN = [
  'duplicate-id',
  'reference-unknown',
  'flow-dangling',
  'parent-not-container',
  'contains-itself',
  'crosses-border',
  'connects-itself',
  'outgoing-not-allowed',
  'incoming-not-allowed',
];
const BROKEN_TOO = [
  'host-missing',
  'host-not-activity',
  'host-elsewhere',
  'condition-not-allowed',
  'default-not-allowed',
  'default-duplicate',
  'default-with-condition',
  'layout-unused',
  'ad-hoc-content',
  'lane-elsewhere',
  'message-flow-source',
  'message-flow-target',
  'message-flow-inside-pool',
  'association-dangling',
  'trigger-not-allowed',
];

function expectSound(graph: Graph) {
  expect(parseGraph(graph)).toEqual({ ok: true, graph });
  expect(validate(graph).filter((problem) => problem.path !== 'lane' && [...BROKEN, ...BROKEN_TOO].includes(problem.code))).toEqual([]);
  for (const { id } of graph.elements) expect(graph.layout[id], `place of ${id}`).toBeDefined();
  for (const { id } of graph.flows) expect(graph.layout[id], `way of ${id}`).toBeDefined();
  for (const layout of Object.values(graph.layout)) {
    const numbers = isEdgeLayout(layout) ? layout.waypoints.flatMap((point) => [point.x, point.y]) : [layout.x, layout.y, layout.width, layout.height];
    expect(numbers.every(Number.isFinite)).toBe(true);
  }
}

/** A process to begin with, so that every command finds something to work on. */
const start = (): Graph => ({
  ...begun(),
  pools: [
    { id: 'ours', process: 'p' },
    { id: 'theirs', process: 'q' },
  ],
  lanes: [{ id: 'lane', pool: 'ours' }],
  messageFlows: [{ id: 'message', from: 'task', to: 'theirs' }],
  artifacts: [
    { id: 'note', type: 'textAnnotation', attachedTo: 'task' },
    { id: 'association', type: 'association', from: 'note', to: 'decide' },
  ],
});

const begun = (): Graph =>
  (
    [
      { type: 'addElement', elementType: 'startEvent', at: { x: 0, y: 100 }, id: 'start' },
      { type: 'appendElement', after: 'start', elementType: 'userTask', id: 'task' },
      { type: 'attachBoundaryEvent', host: 'task', id: 'late' },
      { type: 'appendElement', after: 'task', elementType: 'exclusiveGateway', id: 'decide' },
      { type: 'appendElement', after: 'decide', elementType: 'subProcess', id: 'sub' },
      { type: 'appendElement', after: 'decide', elementType: 'endEvent', id: 'end' },
    ] satisfies EditCommand[]
  ).reduce(
    (graph: Graph, command: EditCommand) => {
      const result = edit(graph, command);
      return result.ok ? result.graph : graph;
    },
    emptyGraph('p', 'P'),
  );

it('never breaks a graph, writes only what leads to the result, and can be taken back', { timeout: 120_000 }, () => {
  const carriedOut = new Set<string>();
  fc.assert(
    fc.property(fc.array(hand, { minLength: 10, maxLength: 60, size: 'max' }), (hands) => {
      let graph = start();
      for (const each of hands) {
        const before = graph;
        const command = commandFor(before, each);
        const result = edit(before, command);
        if (!result.ok) {
          expect(result.message).toMatch(/xpected .*but |xpected /s);
          continue;
        }
        carriedOut.add(command.type);
        expectSound(result.graph);
        expect(applyPatch(before, result.patch)).toEqual(result.graph);
        expect(applyPatch(result.graph, diffGraphs(result.graph, before))).toEqual(before);
        graph = result.graph;
      }
    }),
    { numRuns: 80, seed: Number(process.env.BATON_PROPERTY_SEED ?? 20_261_126), endOnFailure: true },
  );
  expect([...carriedOut].sort()).toEqual(Object.keys(COMMANDS).sort());
});

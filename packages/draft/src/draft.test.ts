import { emptyGraph, type Graph } from '@baton/model';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createDraftReader, draftUpdateOf, readDraft, undoScopeOf, writeDraft } from './index.ts';

const drawn = (): Graph => ({
  ...emptyGraph('invoice', 'Invoice approval'),
  elements: [
    { id: 'start', type: 'startEvent' },
    { id: 'approve', type: 'userTask', name: 'Approve', approval: { resultVariable: 'approval' } },
    { id: 'late', type: 'boundaryEvent', attachedTo: 'approve', trigger: { type: 'timer', duration: 'P1D' } },
  ],
  flows: [{ id: 'f1', from: 'start', to: 'approve' }],
  layout: {
    start: { x: 0, y: 0, width: 36, height: 36 },
    f1: {
      waypoints: [
        { x: 36, y: 18 },
        { x: 80, y: 18 },
      ],
    },
  },
});

const documentOf = (graph: Graph) => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, draftUpdateOf(graph));
  return doc;
};

const sync = (a: Y.Doc, b: Y.Doc) => {
  const [fromA, fromB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)];
  Y.applyUpdate(a, fromB);
  Y.applyUpdate(b, fromA);
};

const renamed = (graph: Graph, id: string, name: string): Graph => ({
  ...graph,
  elements: graph.elements.map((element) => (element.id === id ? { ...element, name } : element)),
});
const without = (graph: Graph, id: string): Graph => ({ ...graph, elements: graph.elements.filter((element) => element.id !== id) });

describe('the draft document', () => {
  it('gives back the graph that was written', () => {
    expect(readDraft(documentOf(drawn()))).toEqual({ graph: drawn(), repairs: [] });
  });

  it('keeps pools, lanes, message flows, lines beside the flow and what an import left for later', () => {
    const graph: Graph = {
      ...drawn(),
      versionTag: 'spring',
      extensions: { vendor: { colour: 'red' } },
      artifacts: [
        { id: 'note', type: 'textAnnotation', text: 'Only abroad' },
        { id: 'line', type: 'association', from: 'note', to: 'approve', direction: 'none' },
      ],
      pools: [
        { id: 'us', name: 'Us' },
        { id: 'customer', process: 'customer', isExecutable: false },
      ],
      lanes: [{ id: 'sales', pool: 'us', candidateGroups: ['Sales'] }],
      messageFlows: [{ id: 'm1', from: 'customer', to: 'start', message: 'order' }],
      layout: { ...drawn().layout, us: { x: 0, y: 0, width: 600, height: 200 }, sales: { x: 30, y: 0, width: 570, height: 200 } },
    };

    expect(readDraft(documentOf(graph))).toEqual({ graph, repairs: [] });
  });

  it('leaves out a message flow, a lane and a line whose pool or end somebody deleted', () => {
    const graph: Graph = {
      ...drawn(),
      artifacts: [{ id: 'line', type: 'association', from: 'gone', to: 'approve' }],
      lanes: [{ id: 'sales', pool: 'gone' }],
      messageFlows: [{ id: 'm1', from: 'gone', to: 'start' }],
    };

    const { graph: read, repairs } = readDraft(documentOf(graph));

    expect(read).toEqual(drawn());
    expect(repairs.map(({ elementId }) => elementId)).toEqual(['sales', 'm1', 'line']);
  });

  it('writes nothing when nothing changed', () => {
    const doc = documentOf(drawn());
    let updates = 0;
    doc.on('update', () => updates++);

    writeDraft(doc, drawn());

    expect(updates).toBe(0);
  });

  it('keeps the drawn order when an element is put between two others', () => {
    const doc = documentOf(drawn());
    const [start, approve, late] = drawn().elements;
    const graph: Graph = { ...drawn(), elements: [start!, { id: 'enter', type: 'userTask' }, approve!, late!] };

    writeDraft(doc, graph);

    expect(readDraft(doc).graph.elements.map(({ id }) => id)).toEqual(['start', 'enter', 'approve', 'late']);
  });

  it('keeps the identity of elements that did not change', () => {
    const doc = documentOf(drawn());
    const reader = createDraftReader(doc);
    const before = reader.read().graph;

    writeDraft(doc, renamed(before, 'approve', 'Approve invoice'));

    const after = reader.read().graph;
    expect(after.elements[0]).toBe(before.elements[0]);
    expect(after.elements[1]).not.toBe(before.elements[1]);
    expect(after.layout.start).toBe(before.layout.start);
  });
});

describe('undo', () => {
  it('takes back one write at a time and leaves what another person did in between', () => {
    const mine = documentOf(drawn());
    const theirs = documentOf(drawn());
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    const undo = new Y.UndoManager(undoScopeOf(mine), { captureTimeout: 0, trackedOrigins: new Set(['me']) });
    writeDraft(mine, renamed(readDraft(mine).graph, 'approve', 'Sign'), 'me');
    writeDraft(mine, renamed(readDraft(mine).graph, 'start', 'Begin'), 'me');
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(mine));
    writeDraft(other, renamed(readDraft(other).graph, 'late', 'Too late'));
    sync(mine, other);

    undo.undo();

    const names = readDraft(mine).graph.elements.map(({ name }) => name);
    expect(names).toEqual([undefined, 'Sign', 'Too late']);
  });
});

describe('two people at once', () => {
  it('keeps both changes to different properties of one element', () => {
    const mine = documentOf(drawn());
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));

    writeDraft(mine, renamed(drawn(), 'approve', 'Sign'));
    writeDraft(theirs, { ...drawn(), elements: drawn().elements.map((e) => (e.type === 'userTask' ? { ...e, assignee: '=initiator' } : e)) });
    sync(mine, theirs);

    expect(readDraft(mine)).toEqual(readDraft(theirs));
    expect(readDraft(mine).graph.elements[1]).toMatchObject({ name: 'Sign', assignee: '=initiator' });
  });

  it('converges when one deletes what the other edits, and tells what was left out', () => {
    const mine = documentOf(drawn());
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));

    writeDraft(mine, { ...without(without(drawn(), 'approve'), 'late'), flows: [] });
    writeDraft(theirs, { ...drawn(), flows: [...drawn().flows, { id: 'f2', from: 'approve', to: 'start' }] });
    sync(mine, theirs);

    const { graph, repairs } = readDraft(mine);
    expect(readDraft(theirs)).toEqual({ graph, repairs });
    expect(graph.elements.map(({ id }) => id)).toEqual(['start']);
    expect(repairs.map(({ elementId }) => elementId)).toEqual(['f2']);
  });
});

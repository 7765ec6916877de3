import { emptyGraph, type Graph, indexGraph } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { undoableSteps } from './undoable-steps.ts';

const graph: Graph = {
  ...emptyGraph('p', 'P'),
  elements: [
    { id: 'book', type: 'serviceTask' },
    { id: 'undo', type: 'boundaryEvent', attachedTo: 'book', trigger: { type: 'compensation' } },
    { id: 'cancel-booking', type: 'serviceTask', isForCompensation: true },
    { id: 'note', type: 'task' },
    { id: 'trip', type: 'subProcess' },
    { id: 'throw', type: 'intermediateThrowEvent', trigger: { type: 'compensation' } },
    { id: 'inside', type: 'endEvent', parent: 'trip', trigger: { type: 'compensation' } },
    { id: 'rescue', type: 'subProcess', triggeredByEvent: true },
    { id: 'rescue-end', type: 'endEvent', parent: 'rescue', trigger: { type: 'compensation' } },
  ],
};
const at = (id: string) => {
  const index = indexGraph(graph);
  return undoableSteps(index, index.element(id)!).map((element) => element.id);
};

describe('steps an event can undo', () => {
  it('have what undoes them, or are made of steps', () => {
    expect(at('throw')).toEqual(['book', 'trip']);
  });

  it('are those of its own sub-process', () => {
    expect(at('inside')).toEqual([]);
  });

  it('are, for an event sub-process, those it stands beside', () => {
    expect(at('rescue-end')).toEqual(['book', 'trip']);
  });
});

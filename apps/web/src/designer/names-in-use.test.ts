import { emptyGraph, type Graph } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { linksBeside, namesInUse } from './names-in-use.ts';

const graph: Graph = {
  ...emptyGraph('p', 'P'),
  elements: [
    { id: 'a', type: 'startEvent', trigger: { type: 'message', name: 'order' } },
    {
      id: 'b',
      type: 'intermediateCatchEvent',
      trigger: {
        type: 'multiple',
        triggers: [
          { type: 'signal', name: 'stop' },
          { type: 'message', name: 'order' },
        ],
      },
    },
    { id: 'c', type: 'sendTask', message: { name: 'answer' } },
    { id: 'd', type: 'endEvent', trigger: { type: 'error', code: 'out-of-stock' } },
    { id: 'e', type: 'serviceTask', job: { type: 'pay' }, loop: { kind: 'parallel', behaviour: 'one', event: { type: 'escalation', code: 'late' } } },
    { id: 'f', type: 'intermediateThrowEvent', trigger: { type: 'link', name: 'page 2' } },
  ],
  messageFlows: [{ id: 'm', from: 'x', to: 'y', message: 'reminder' }],
};

describe('names that are used already', () => {
  it('are found in events, inside multiple ones, at tasks, message flows and loops, each once', () => {
    expect(namesInUse(graph)).toEqual({
      messages: ['answer', 'order', 'reminder'],
      signals: ['stop'],
      errors: ['out-of-stock'],
      escalations: ['late'],
      jobs: ['pay'],
    });
  });

  it('of links are those of the events beside', () => {
    expect(linksBeside(graph.elements)).toEqual(['page 2']);
  });
});

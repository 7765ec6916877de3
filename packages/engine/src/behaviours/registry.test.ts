import { compile, ELEMENT_TYPES, type Element, emptyGraph } from '@baton/model';
import { process, run, SOMEBODY } from '@baton/testkit';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES, effectsOf, emptyInstance, step } from '../index.ts';
import { BEHAVIOURS } from './index.ts';

describe('registries', () => {
  it('have a behaviour for every element, and no other', () => {
    expect(Object.keys(BEHAVIOURS).sort()).toEqual([...ELEMENT_TYPES].sort());
  });

  it.each(ELEMENT_TYPES)('%s runs with nothing but its type set', (type) => {
    const bare: Element = JSON.parse(JSON.stringify({ id: 'it', type, attachedTo: 'task' }));
    const graph = {
      ...emptyGraph('p', 'P'),
      elements: [{ id: 'start', type: 'startEvent' }, { id: 'task', type: 'userTask' }, bare] satisfies Element[],
      flows: [{ id: 'f', from: 'start', to: type === 'boundaryEvent' ? 'task' : 'it' }],
    };

    const result = step(compile(graph), emptyInstance(), { type: 'start', variables: {}, by: SOMEBODY }, 0);

    expect(result.ok && ['active', 'completed']).toContain(result.ok && result.state.status);
  });

  it('have effects for every event type: those that open something close it too', () => {
    const opened = run(process('p').start().userTask('t').build());

    expect(EVENT_TYPES).toHaveLength(48);
    expect(opened.log.flatMap(effectsOf)).toEqual(opened.effects);
  });
});

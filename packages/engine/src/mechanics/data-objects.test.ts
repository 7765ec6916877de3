import { type Artifact, compile, type Graph } from '@baton/model';
import { process, run } from '@baton/testkit';
import { describe, expect, it } from 'vitest';

const withData = (graph: Graph, ...artifacts: Artifact[]) => compile({ ...graph, artifacts: [...(graph.artifacts ?? []), ...artifacts] });
const order: Artifact = { id: 'order', type: 'dataObject', name: 'order' };

describe('data objects', () => {
  it('go into a step under the name it asks for, as the value it asks for', () => {
    const drawn = withData(process('p').start().script('calc', 'double', 'n * 2').end().graph(), order, {
      id: 'in',
      type: 'dataAssociation',
      from: 'order',
      to: 'calc',
      target: 'n',
      value: '=order.amount',
    });

    expect(run(drawn, { order: { amount: 4 } }).variables).toMatchObject({ double: 8 });
  });

  it('get the result of a step beside the variable it names', () => {
    const drawn = withData(process('p').start().script('calc', 'sum', '1 + 1').end().graph(), order, {
      id: 'out',
      type: 'dataAssociation',
      from: 'calc',
      to: 'order',
    });

    expect(run(drawn).variables).toMatchObject({ sum: 2, order: 2 });
  });

  it('of a sub-process are its own: gone with it, and not written outside', () => {
    const drawn = withData(
      process('p')
        .start()
        .sub('s', (b) => b.start('s0').script('set', 'order', '5').userTask('look').end('s1'))
        .end()
        .graph(),
      { ...order, parent: 's' },
    );
    const instance = run(drawn);

    expect(instance.variables).not.toHaveProperty('order');
    instance.complete('look');
    expect(instance.status).toBe('completed');
    expect(instance.variables).not.toHaveProperty('order');
  });

  it('whose value can not be evaluated are an incident, and the step is not done again', () => {
    const drawn = withData(process('p').start().serviceTask('job').end().graph(), order, {
      id: 'out',
      type: 'dataAssociation',
      from: 'job',
      to: 'order',
      value: '=answer + 1',
    });
    const instance = run(drawn);

    instance.work('job', { other: 1 });
    expect(instance.incidentCodes()).toEqual(['mapping-failed']);
    instance.set({ answer: 1 });
    instance.resolve();

    expect(instance.variables).toMatchObject({ order: 2 });
    expect(instance.eventsOf('job.opened')).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import type { Element, Flow, Graph } from './graph.ts';
import { emptyGraph } from './graph.ts';
import { hasErrors } from './problem.ts';
import { validate } from './validate.ts';

type Drawing = Partial<Graph>;
const drawn = (parts: Drawing): Graph => ({ ...emptyGraph('p', 'P'), ...parts });

/** `a > b > c`: flows along a chain. */
const chain = (text: string): Flow[] => {
  const ids = text.split(' > ');
  return ids.slice(1).map((to, i) => ({ id: `${ids[i]}_${to}`, from: ids[i] ?? '', to }));
};
const chains = (...texts: string[]) => texts.flatMap(chain);
const manual = (id: string, rest: object = {}): Element => ({ id, type: 'manualTask', ...rest });
const start = (id = 'start', rest: object = {}): Element => ({ id, type: 'startEvent', ...rest });
const end = (id = 'end', rest: object = {}): Element => ({ id, type: 'endEvent', ...rest });
const signal = { type: 'signal', name: 's' } as const;

/** What the standard allows: nothing stops publishing it, and of warnings there are only those named. */
const LEGAL: readonly (readonly [what: string, graph: Drawing, warnings?: readonly string[]])[] = [
  [
    'links that meet by name',
    {
      elements: [
        start(),
        { id: 'throw', type: 'intermediateThrowEvent', trigger: { type: 'link', name: 'l' } },
        { id: 'catch', type: 'intermediateCatchEvent', trigger: { type: 'link', name: 'l' } },
        end(),
      ],
      flows: chains('start > throw', 'catch > end'),
    },
  ],
  [
    'a step that is undone by another',
    {
      elements: [
        start(),
        manual('book'),
        { id: 'undone', type: 'boundaryEvent', attachedTo: 'book', trigger: { type: 'compensation' } },
        manual('cancel', { isForCompensation: true }),
        end('end', { trigger: { type: 'compensation', activity: 'book' } }),
      ],
      flows: chains('start > book > end'),
      artifacts: [
        { id: 'note', type: 'textAnnotation', text: 'why' },
        { id: 'a', type: 'association', from: 'undone', to: 'note' },
        { id: 'b', type: 'association', from: 'undone', to: 'cancel' },
      ],
    },
  ],
  [
    'a transaction that is cancelled',
    {
      elements: [
        start(),
        { id: 'tx', type: 'transaction' },
        start('in', { parent: 'tx' }),
        end('out', { parent: 'tx', trigger: { type: 'cancel' } }),
        { id: 'cancelled', type: 'boundaryEvent', attachedTo: 'tx', trigger: { type: 'cancel' } },
        end(),
        end('end2'),
      ],
      flows: chains('start > tx > end', 'in > out', 'cancelled > end2'),
    },
  ],
  [
    'an event sub-process that does not interrupt',
    {
      elements: [
        start(),
        manual('work'),
        end(),
        { id: 'beside', type: 'subProcess', triggeredByEvent: true },
        start('in', { parent: 'beside', isInterrupting: false, trigger: { type: 'timer', cycle: '0 9 * * MON-FRI', timeZone: 'Europe/Berlin' } }),
        end('out', { parent: 'beside' }),
      ],
      flows: chains('start > work > end', 'in > out'),
    },
  ],
  [
    'steps in any order',
    {
      elements: [
        start(),
        { id: 'any', type: 'adHocSubProcess' },
        manual('one', { parent: 'any' }),
        manual('two', { parent: 'any' }),
        manual('three', { parent: 'any' }),
        end(),
      ],
      flows: chains('start > any > end', 'one > two'),
    },
  ],
  [
    'the first of several events',
    {
      elements: [
        start(),
        { id: 'wait', type: 'eventBasedGateway' },
        { id: 'a', type: 'intermediateCatchEvent', trigger: signal },
        { id: 'b', type: 'receiveTask', message: { name: 'm', correlationKey: '=order' } },
        { id: 'c', type: 'intermediateCatchEvent', trigger: { type: 'multiple', triggers: [signal, { type: 'timer', duration: 'P1D' }] } },
        end(),
      ],
      flows: chains('start > wait > a > end', 'wait > b > end', 'wait > c > end'),
    },
  ],
  [
    'a gateway that starts when all messages have come',
    {
      elements: [
        { id: 'wait', type: 'eventBasedGateway', instantiate: true, eventGatewayType: 'parallel' },
        { id: 'a', type: 'intermediateCatchEvent', trigger: { type: 'message', name: 'a', correlationKey: '=order' } },
        { id: 'b', type: 'intermediateCatchEvent', trigger: { type: 'message', name: 'b', correlationKey: '=order' } },
        end(),
      ],
      flows: chains('wait > a > end', 'wait > b > end'),
    },
  ],
  [
    'several starts with triggers',
    {
      elements: [start(), start('daily', { trigger: { type: 'timer', cycle: 'R/P1D' } }), start('called', { trigger: { type: 'message', name: 'm' } }), end()],
      flows: chains('start > end', 'daily > end', 'called > end'),
    },
  ],
  ['a process without start and end', { elements: [manual('a'), manual('b')], flows: chains('a > b') }, ['start-missing', 'dead-end']],
  ['a receive task that starts', { elements: [{ id: 'r', type: 'receiveTask', instantiate: true, message: { name: 'm' } }, end()], flows: chains('r > end') }],
  [
    'conditions behind a parallel gateway',
    {
      elements: [start(), { id: 'g', type: 'parallelGateway' }, end(), end('end2')],
      flows: [...chain('start > g'), ...chains('g > end', 'g > end2').map((flow) => ({ ...flow, condition: 'x' }))],
    },
    ['condition-not-allowed', 'condition-not-allowed'],
  ],
  [
    'two processes that send each other messages',
    {
      pools: [
        { id: 'us', process: 'p' },
        { id: 'them', process: 'q' },
        { id: 'box', isExecutable: false },
      ],
      lanes: [{ id: 'l', pool: 'them' }],
      elements: [
        start(),
        { id: 'send', type: 'sendTask' },
        end(),
        start('start2', { pool: 'them', lane: 'l', trigger: { type: 'message' } }),
        end('end2', { pool: 'them', lane: 'l', trigger: { type: 'message', name: 'm' } }),
      ],
      flows: chains('start > send > end', 'start2 > end2'),
      messageFlows: [
        { id: 'm1', from: 'send', to: 'start2', message: 'order' },
        { id: 'm2', from: 'end2', to: 'box' },
      ],
    },
  ],
  [
    'mistakes in a pool that is only drawn',
    {
      pools: [
        { id: 'us', process: 'p' },
        { id: 'them', isExecutable: false },
      ],
      elements: [start(), end(), { id: 'call', type: 'callActivity', pool: 'them' }],
      flows: chains('start > end'),
    },
    ['start-missing', 'dead-end', 'called-element-missing'],
  ],
  [
    'data that flows',
    {
      elements: [start(), manual('work'), end()],
      flows: chains('start > work > end'),
      artifacts: [
        { id: 'order', type: 'dataObject', name: 'The order' },
        { id: 'stock', type: 'dataObject', variable: 'stock' },
        { id: 'a', type: 'dataAssociation', from: 'start', to: 'order' },
        { id: 'b', type: 'dataAssociation', from: 'order', to: 'work', target: 'order' },
        { id: 'c', type: 'dataAssociation', from: 'work', to: 'stock' },
        { id: 'd', type: 'dataAssociation', from: 'stock', to: 'end' },
        { id: 'note', type: 'textAnnotation' },
        { id: 'e', type: 'association', from: 'note', to: 'start_work' },
      ],
      layout: {
        a: {
          waypoints: [
            { x: 0, y: 0 },
            { x: 1, y: 1 },
          ],
        },
        stock: { x: 0, y: 0, width: 1, height: 1 },
      },
    },
  ],
  [
    'a complex gateway that joins and parts',
    {
      elements: [
        start(),
        { id: 'part', type: 'complexGateway' },
        manual('a'),
        manual('b'),
        { id: 'join', type: 'complexGateway', activationCondition: 'activationCount >= 1' },
        end(),
      ],
      flows: [...chains('start > part', 'a > join > end', 'b > join'), ...chains('part > a', 'part > b').map((flow) => ({ ...flow, condition: 'x' }))],
    },
    ['default-missing'],
  ],
  [
    'rounds that throw',
    {
      elements: [
        start(),
        manual('work', { loop: { kind: 'sequential', cardinality: '3', behaviour: 'none', event: signal } }),
        { id: 'told', type: 'boundaryEvent', attachedTo: 'work', cancelActivity: false, trigger: signal },
        end(),
        end('end2'),
      ],
      flows: chains('start > work > end', 'told > end2'),
    },
  ],
  [
    'a wait that repeats a few times',
    {
      elements: [start(), { id: 'wait', type: 'intermediateCatchEvent', trigger: { type: 'timer', cycle: 'R4/PT1S' } }, end()],
      flows: chains('start > wait > end'),
    },
    ['cycle-not-allowed'],
  ],
];

describe('validate lets pass', () => {
  it.each(LEGAL.map(([what, graph, warnings = []]) => ({ what, graph, warnings })))('$what', ({ graph, warnings }) => {
    const problems = validate(drawn(graph));

    expect(hasErrors(problems), JSON.stringify(problems)).toBe(false);
    expect(problems.map((problem) => problem.code)).toEqual(warnings);
  });
});

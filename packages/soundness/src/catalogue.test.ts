import type { Element } from '@baton/model';
import { checkSoundness } from '@baton/soundness';
import { describe, expect, it } from 'vitest';
import { draw, told, walked } from './testing/draw.ts';

const sub = (id: string, rest: object = {}): Element => ({ id, type: 'subProcess', ...rest });
const inside = (parent: string, element: Element): Element => ({ ...element, parent });
const start = (parent: string, id: string): Element => inside(parent, { id, type: 'startEvent' });
const end = (parent: string, id: string, trigger?: Extract<Element, { type: 'endEvent' }>['trigger']): Element =>
  inside(parent, { id, type: 'endEvent', ...(trigger ? { trigger } : {}) });
const border = (id: string, attachedTo: string, rest: Partial<Extract<Element, { type: 'boundaryEvent' }>> = {}): Element => ({
  id,
  type: 'boundaryEvent',
  attachedTo,
  trigger: { type: 'timer', duration: 'PT1H' },
  ...rest,
});
const beside = { cancelActivity: false } as const;
const error = (code?: string) => ({ type: 'error' as const, ...(code ? { code } : {}) });

type Case = readonly [what: string, flows: string, others?: readonly Element[] | undefined];

const SOUND: readonly Case[] = [
  ['a sequence', 's a; a b; b e'],
  ['a decision, joined', 's x1; x1 a; x1 b; a x2; b x2; x2 e'],
  ['a decision with two ends', 's x1; x1 a; x1 b; a e1; b e2'],
  ['parallel branches, joined', 's p1; p1 a; p1 b; a p2; b p2; p2 e'],
  ['parallel branches with ends of their own', 's p1; p1 a; p1 b; a e1; b e2'],
  ['parallel branches into one end', 's p1; p1 a; p1 b; a e; b e'],
  ['inclusive branches, joined', 's o1; o1 a; o1 b; o1! c1; a o2; b o2; c1 o2; o2 e', [{ id: 'c1', type: 'task' }]],
  ['parallel branches an inclusive gateway joins', 's p1; p1 a; p1 b; a o1; b o1; o1 e'],
  ['a decision an inclusive gateway joins', 's x1; x1 a; x1 b; a o1; b o1; o1 e'],
  ['a loop', 's x1; x1 a; a x2; x2 x1; x2 e'],
  ['a loop inside a parallel branch', 's p1; p1 x1; x1 a; a x2; x2 x1; x2 p2; p1 b; b p2; p2 e'],
  ['an inclusive split and join inside a loop', 's x1; x1 o1; o1 a; o1 b; a o2; b o2; o2 x2; x2 x1; x2 e'],
  ['events one of which wins', 's v1; v1 m1; v1 m2; m1 x1; m2 x1; x1 e'],
  ['a discriminator', 's p1; p1 a; p1 b; a c1; b c1; c1 e'],
  ['an activity with conditional flows, joined by an inclusive gateway', 's a; a? b; a? d; a! f; b o1; d o1; f o1; o1 e'],
  ['a border event that interrupts, joined by a decision', 's a; a x1; late b; b x1; x1 e', [border('late', 'a')]],
  ['a border event beside the work with an end of its own', 's a; a e1; late b; b e2', [border('late', 'a', beside)]],
  ['a sub-process', 's sub; sub e; s2 a; a e2', [sub('sub'), start('sub', 's2'), inside('sub', { id: 'a', type: 'task' }), end('sub', 'e2')]],
  ['a sub-process without flows inside', 's sub; sub e', [sub('sub'), inside('sub', { id: 'a', type: 'task' }), inside('sub', { id: 'b', type: 'task' })]],
  [
    'an error that leaves a sub-process',
    's sub; sub x1; s2 x2; x2 e2; x2 e3; oops x1; x1 e',
    [
      sub('sub'),
      start('sub', 's2'),
      inside('sub', { id: 'x2', type: 'exclusiveGateway' }),
      end('sub', 'e2'),
      end('sub', 'e3', error('no')),
      border('oops', 'sub', { trigger: error('no') }),
    ],
  ],
  [
    'a transaction that is cancelled',
    's tx; tx e; s2 x2; x2 e2; x2 e3; undone e4',
    [
      { id: 'tx', type: 'transaction' },
      start('tx', 's2'),
      inside('tx', { id: 'x2', type: 'exclusiveGateway' }),
      end('tx', 'e2'),
      end('tx', 'e3', { type: 'cancel' }),
      border('undone', 'tx', { trigger: { type: 'cancel' } }),
    ],
  ],
  ['terminate beside work', 's p1; p1 a; p1 b; a e1; b e2', [{ id: 'e2', type: 'endEvent', trigger: { type: 'terminate' } }]],
  [
    'a link',
    's x1; x1 a; x1 go; a e1; came e2',
    [
      { id: 'go', type: 'intermediateThrowEvent', trigger: { type: 'link', name: 'L' } },
      { id: 'came', type: 'intermediateCatchEvent', trigger: { type: 'link', name: 'L' } },
    ],
  ],
  [
    'an event sub-process that interrupts',
    's a; a e; s2 b; b e2',
    [
      sub('esp', { triggeredByEvent: true }),
      inside('esp', { id: 's2', type: 'startEvent', trigger: { type: 'message', name: 'stop' } }),
      inside('esp', { id: 'b', type: 'task' }),
      end('esp', 'e2'),
    ],
  ],
  [
    'compensation, which no flow leads to',
    's a; a throws; throws e',
    [
      border('comp', 'a', { trigger: { type: 'compensation' } }),
      { id: 'undo', type: 'serviceTask', isForCompensation: true },
      { id: 'throws', type: 'intermediateThrowEvent', trigger: { type: 'compensation' } },
    ],
  ],
  ['two starts, of which one happens', 's a; m a; a e', [{ id: 'm', type: 'startEvent', trigger: { type: 'message', name: 'go' } }]],
  [
    'an escalation beside the work',
    's sub; sub e; s2 tell; tell e2; told b; b e3',
    [
      sub('sub'),
      start('sub', 's2'),
      inside('sub', { id: 'tell', type: 'intermediateThrowEvent', trigger: { type: 'escalation', code: 'up' } }),
      end('sub', 'e2'),
      border('told', 'sub', { trigger: { type: 'escalation', code: 'up' }, ...beside }),
    ],
  ],
  [
    'an ad-hoc sub-process',
    's ad; ad e',
    [{ id: 'ad', type: 'adHocSubProcess' }, inside('ad', { id: 'a', type: 'task' }), inside('ad', { id: 'b', type: 'task' })],
  ],
];

const UNSOUND: readonly (readonly [...Case, told: readonly string[], path: string])[] = [
  ['a decision into a parallel join', 's x1; x1 a; x1 b; a p1; b p1; p1 e', [], ['deadlock p1'], '(s) s-x1 x1-a a-p1'],
  ['parallel branches into a decision’s join', 's p1; p1 a; p1 b; a x1; b x1; x1 e', [], ['lackOfSynchronisation x1'], '(s) s-p1 p1-a p1-b a-x1 b-x1'],
  ['parallel branches into a task', 's p1; p1 a; p1 b; a d; b d; d e', [], ['lackOfSynchronisation d'], '(s) s-p1 p1-a p1-b a-d b-d'],
  ['an inclusive split into a parallel join', 's o1; o1 a; o1 b; a p1; b p1; p1 e', [], ['deadlock p1'], '(s) s-o1 o1-a a-p1'],
  ['an inclusive split into a decision’s join', 's o1; o1 a; o1 b; a x1; b x1; x1 e', [], ['lackOfSynchronisation x1'], '(s) s-o1 o1-a o1-b a-x1 b-x1'],
  [
    'a branch that ends beside a parallel join',
    's p1; p1 a; p1 x1; x1 b; x1 e1; a p2; b p2; p2 e2',
    [],
    ['improperCompletion p2'],
    '(s) s-p1 p1-a p1-x1 a-p2 x1-e1',
  ],
  ['a loop back into a parallel join', 's p1; p1 a; a x1; x1 p1; x1 e', [], ['deadlock p1'], '(s) s-p1'],
  ['a loop without a way out', 's x1; x1 a; a x1', [], ['livelock x1'], '(s) s-x1'],
  ['events into a parallel join', 's v1; v1 m1; v1 m2; m1 p1; m2 p1; p1 e', [], ['deadlock p1'], '(s) s-v1 v1-m1 m1-p1'],
  ['a border event that interrupts into a parallel join', 's a; a p1; late p1; p1 e', [border('late', 'a')], ['deadlock p1'], '(s) s-a a-p1'],
  [
    'a border event beside the work into the same path',
    's a; a x1; late x1; x1 e',
    [border('late', 'a', beside)],
    ['lackOfSynchronisation x1'],
    '(s) s-a (late) late-x1 a-x1',
  ],
  [
    'a deadlock inside a sub-process',
    's sub; sub e; s2 x1; x1 p1; x1 a; a p1; p1 e2',
    [
      sub('sub'),
      start('sub', 's2'),
      ...(['x1', 'p1', 'a'] as const).map((id) => inside('sub', { id, type: id === 'x1' ? 'exclusiveGateway' : id === 'p1' ? 'parallelGateway' : 'task' })),
      end('sub', 'e2'),
    ],
    ['deadlock p1'],
    '(s) s-sub (s2) s2-x1 x1-p1',
  ],
  [
    'an error nobody throws',
    's sub; sub e; s2 a; a e2; oops b; b e3',
    [sub('sub'), start('sub', 's2'), inside('sub', { id: 'a', type: 'manualTask' }), end('sub', 'e2'), border('oops', 'sub', { trigger: error('no') })],
    ['deadActivity oops'],
    '',
  ],
  ['a split that never stops', 's x1; x1 p1; p1 x1; p1 e', [], ['livelock x1'], '(s) s-x1'],
  ['an activity that forks into a parallel join with a condition', 's a; a b; a? d; b p1; d p1; p1 e', [], ['deadlock p1'], '(s) s-a a-b b-p1'],
];

describe('sound', () => {
  it.each(SOUND.map(([what, flows, others]) => ({ what, flows, others })))('$what', ({ flows, others }) => {
    const soundness = checkSoundness(draw(flows, others));

    expect(told(soundness)).toEqual([]);
    expect(soundness.verdict).toBe('sound');
  });
});

describe('unsound', () => {
  it.each(UNSOUND)('%s', (_, flows, others, kinds, path) => {
    const soundness = checkSoundness(draw(flows, others));

    expect(told(soundness)).toEqual(kinds);
    expect(walked(soundness.findings[0]?.path ?? [])).toBe(path);
    expect(soundness.verdict).toBe('unsound');
  });
});

import { compile, type Element, emptyGraph, type Flow, type Graph } from '@baton/model';
import { checkSoundness, type Finding } from '@baton/soundness';
import { drawShape, shapes } from '@baton/testkit';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Drawing } from './drawing.ts';
import { type Exploration, explore } from './explore.ts';
import { findAll } from './find-all.ts';
import { fuse } from './fuse.ts';
import { netOf } from './net-of.ts';
import type { Parts } from './stubborn-sets.ts';
import { told } from './testing/draw.ts';

/** A process built of blocks: steps, sequences, forks with the join that fits, loops and sub-processes inside each other. */
type Block =
  | { readonly kind: 'step' }
  | { readonly kind: 'sequence' | 'parallelGateway' | 'exclusiveGateway' | 'inclusiveGateway'; readonly parts: readonly Block[] }
  | { readonly kind: 'loop' | 'scope'; readonly inner: Block };

const { block } = fc.letrec<{ block: Block }>((tie) => {
  const parts = fc.array(tie('block'), { minLength: 2, maxLength: 3 });
  return {
    block: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constant<Block>({ kind: 'step' }),
      fc
        .tuple(fc.constantFrom('sequence' as const, 'parallelGateway' as const, 'exclusiveGateway' as const, 'inclusiveGateway' as const), parts)
        .map(([kind, inside]): Block => ({ kind, parts: inside })),
      fc.tuple(fc.constantFrom('loop' as const, 'scope' as const), tie('block')).map(([kind, inner]): Block => ({ kind, inner })),
    ),
  };
});

function drawBlocks(root: Block): Graph {
  const elements: Element[] = [];
  const flows: Flow[] = [];
  const add = (type: Element['type'], parent: string | undefined, prefix: string = type): string => {
    const id = `${prefix}${elements.length}`;
    elements.push({ id, type, ...(parent === undefined ? {} : { parent }) } as Element);
    return id;
  };
  const link = (from: string, to: string) => flows.push({ id: `f${flows.length}`, from, to });
  const draw = (each: Block, from: string, parent: string | undefined): string => {
    if (each.kind === 'step' || each.kind === 'scope') {
      const id = add(each.kind === 'step' ? 'task' : 'subProcess', parent);
      link(from, id);
      if (each.kind === 'scope') link(draw(each.inner, add('startEvent', id), id), add('endEvent', id));
      return id;
    }
    if (each.kind === 'loop') {
      const [into, out] = [add('exclusiveGateway', parent), add('exclusiveGateway', parent)];
      link(from, into);
      link(draw(each.inner, into, parent), out);
      link(out, into);
      return out;
    }
    if (!('parts' in each)) return from;
    if (each.kind === 'sequence') return each.parts.reduce((at, part) => draw(part, at, parent), from);
    const [fork, join] = [add(each.kind, parent, 'fork'), add(each.kind, parent, 'join')];
    link(from, fork);
    for (const part of each.parts) link(draw(part, fork, parent), join);
    return join;
  };
  const start = add('startEvent', undefined);
  link(draw(root, start, undefined), add('endEvent', undefined));
  return { ...emptyGraph('blocks', 'Blocks'), elements, flows };
}
const structured = block.map(drawBlocks);
const wild = shapes.map(drawShape);

it('finds nothing in what is built of blocks', () => {
  fc.assert(
    fc.property(structured, (graph) => {
      expect(told(checkSoundness(compile(graph)))).toEqual([]);
    }),
    { numRuns: 300, seed: 20_261_126, endOnFailure: true },
  );
});

it('finds a join of the wrong kind', () => {
  const withJoin = structured.filter((graph) => joinsOf(graph).length > 0);

  fc.assert(
    fc.property(withJoin, fc.nat(), (graph, at) => {
      const joins = joinsOf(graph);
      const join = joins[at % joins.length];
      const mistaken = { ...graph, elements: graph.elements.map((element) => (element === join ? ofOtherKind(element) : element)) };

      expect(checkSoundness(compile(mistaken)).verdict).toBe('unsound');
    }),
    { numRuns: 300, seed: 20_261_126, endOnFailure: true },
  );
});

const EVERY_ORDER: Parts = { of: (_, enabled) => [enabled], work: () => 0 };

/** Any nodes, any flows: gateways of every kind, steps with border events, loops back into joins. */
const tangled: fc.Arbitrary<Graph> = fc
  .record({
    nodes: fc.array(fc.constantFrom('exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'complexGateway', 'task', 'hosted', 'aside', 'stop' as const), {
      minLength: 2,
      maxLength: 8,
    }),
    flows: fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 2, maxLength: 14 }),
  })
  .map(({ nodes, flows }) => drawTangle(nodes, flows));

it.each([
  ['of blocks with wild flows', wild, 150],
  ['without any order', tangled, 600],
] as const)(
  'finds the same with and without looking at every order, in graphs %s',
  (_, graphs, numRuns) => {
    const LIMIT = 1_500;
    let compared = 0;

    fc.assert(
      fc.property(graphs, (graph) => {
        const drawing = new Drawing(compile(graph));
        const whole = netOf(drawing);
        const all = explore(whole, LIMIT, EVERY_ORDER);
        if (!all.isComplete) return;
        const net = fuse(whole);
        const quick = explore(net, LIMIT);
        // Two tokens that pass a fused place at once can make more markings, not fewer.
        if (!quick.isComplete) return;
        compared++;
        const [found, expected] = [kindsIn(findAll(drawing, net, quick)), kindsIn(findAll(drawing, whole, all))];

        // Where tokens became too many to be counted, what lies behind isn't known: each then may tell of less.
        expect(found).toEqual(expect.arrayContaining(isCut(quick) ? expected.filter((kind) => !/livelock|deadActivity/.test(kind)) : expected));
        if (!isCut(all)) expect(found).toEqual(expected);
      }),
      { numRuns, seed: 11, endOnFailure: true },
    );

    expect(compared).toBeGreaterThan(numRuns / 4);
  },
  60_000,
);

const isCut = ({ states }: Exploration) => states.some((state) => state.isCut);

function drawTangle(nodes: readonly string[], flows: readonly (readonly [number, number])[]): Graph {
  const last = nodes.length;
  const elements = nodes.flatMap((type, at): Element[] => {
    const id = `n${at}`;
    if (type === 'stop') return [{ id, type: 'endEvent', trigger: { type: 'terminate' } }];
    if (type === 'hosted' || type === 'aside') {
      const late = { id: `late${at}`, type: 'boundaryEvent' as const, attachedTo: id, trigger: { type: 'timer' as const, duration: 'PT1H' } };
      return [
        { id, type: 'task' },
        { ...late, ...(type === 'aside' ? { cancelActivity: false } : {}) },
      ];
    }
    return [{ id, type } as Element];
  });
  const sources = elements.filter(({ type }) => type !== 'endEvent');
  const targets = elements.filter(({ type }) => type !== 'boundaryEvent');
  const drawn = flows.map(([from, to], at) => ({ id: `f${at}`, from: sources[from % sources.length]?.id ?? 's', to: targets[to % targets.length]?.id ?? 'e' }));
  const ends = sources.filter(({ id }) => !drawn.some(({ from }) => from === id));
  return {
    ...emptyGraph('tangle', 'Tangle'),
    elements: [{ id: 's', type: 'startEvent' }, ...elements, { id: 'e', type: 'endEvent' }],
    flows: [{ id: 'begin', from: 's', to: `n${flows.length % last}` }, ...drawn, ...ends.map(({ id }, at) => ({ id: `end${at}`, from: id, to: 'e' }))],
  };
}

/** Two meetings on one loop are told by the nearest, which depends on the order; all else is the same to the element. */
const kindsIn = (findings: readonly Finding[]) => [
  ...new Set(findings.map(({ kind, elementId }) => (kind === 'lackOfSynchronisation' || kind === 'livelock' ? kind : `${kind} ${elementId}`)).sort()),
];

const joinsOf = ({ elements, flows }: Graph) =>
  elements.filter(({ id, type }) => id.startsWith('join') && /Gateway$/.test(type) && flows.filter(({ to }) => to === id).length > 1);

const ofOtherKind = (element: Element): Element =>
  ({ ...element, type: element.type === 'parallelGateway' ? 'exclusiveGateway' : 'parallelGateway' }) as Element;

import { compile, type Element, type Graph } from '@baton/model';
import { checkSoundness, type Finding } from '@baton/soundness';
import { drawShape, shapes } from '@baton/testkit';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Drawing } from './drawing.ts';
import { explore } from './explore.ts';
import { findAll } from './find-all.ts';
import { fuse } from './fuse.ts';
import { netOf } from './net-of.ts';
import { told } from './testing/draw.ts';

/** Border events that interrupt lead out of the block, to an end of their own: here they only happen beside. */
const structured = shapes.map(({ root }) => {
  const graph = drawShape({ root, wild: [] });
  return { ...graph, elements: graph.elements.map((element) => (element.type === 'boundaryEvent' ? { ...element, cancelActivity: false } : element)) };
});
const wild = shapes.map(drawShape);

it('finds nothing in what is built of blocks', () => {
  fc.assert(
    fc.property(structured, (graph) => {
      expect(told(checkSoundness(compile(graph)))).toEqual([]);
    }),
    { numRuns: 300 },
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
    { numRuns: 300 },
  );
});

it('finds the same with and without looking at every order', () => {
  const LIMIT = 1_500;
  let compared = 0;

  fc.assert(
    fc.property(wild, (graph) => {
      const drawing = new Drawing(compile(graph));
      const whole = netOf(drawing);
      const all = explore(whole, LIMIT, (_, enabled) => [enabled]);
      if (!all.isComplete) return;
      const net = fuse(whole);
      const quick = explore(net, LIMIT);
      compared++;

      expect(quick.isComplete).toBe(true);
      const [found, expected] = [kindsIn(findAll(drawing, net, quick)), kindsIn(findAll(drawing, whole, all))];

      expect(found).toEqual(expect.arrayContaining(expected));
      // Where tokens became too many to be counted, the smaller net may still be looked at as a whole, and tell more.
      if (!all.states.some(({ isCut }) => isCut)) expect(found).toEqual(expected);
    }),
    { numRuns: 150 },
  );

  expect(compared).toBeGreaterThan(40);
}, 60_000);

/** Two meetings on one loop are told by the nearest, which depends on the order; all else is the same to the element. */
const kindsIn = (findings: readonly Finding[]) => [
  ...new Set(findings.map(({ kind, elementId }) => (kind === 'lackOfSynchronisation' || kind === 'livelock' ? kind : `${kind} ${elementId}`)).sort()),
];

const joinsOf = ({ elements, flows }: Graph) =>
  elements.filter(({ id, type }) => id.startsWith('join') && /Gateway$/.test(type) && flows.filter(({ to }) => to === id).length > 1);

const ofOtherKind = (element: Element): Element =>
  ({ ...element, type: element.type === 'parallelGateway' ? 'exclusiveGateway' : 'parallelGateway' }) as Element;

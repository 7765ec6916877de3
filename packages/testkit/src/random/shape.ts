import fc from 'fast-check';

/** Constructs that stand alone. */
export const LEAVES = [
  ...(['user', 'service', 'script', 'step', 'manual', 'decision', 'timer', 'message', 'receive', 'send', 'signal', 'conditional'] as const),
  ...(['multiple', 'all-of', 'call', 'announce', 'link', 'undoable', 'undo', 'rounds', 'tokens', 'fork-out'] as const),
] as const;
/** Constructs that hold others. */
export const HOLDERS = [
  ...(['sequence', 'and', 'xor', 'or', 'complex', 'race', 'loop', 'terminating'] as const),
  ...(['sub', 'multi', 'failing', 'escalating', 'guarded', 'transaction', 'ad-hoc'] as const),
] as const;

export type Leaf = (typeof LEAVES)[number];
export type Holder = (typeof HOLDERS)[number];
export type Kind = Leaf | Holder;
/** What a random process is drawn from. `pick` chooses conditions, settings and targets. */
export type Block = { readonly kind: Kind; readonly pick: number; readonly parts: readonly Block[] };

/** Flows beside the blocks, between whatever two elements of one scope: back into joins, out of activities, anywhere. */
export type WildFlow = { readonly from: number; readonly to: number; readonly pick: number };
export type Shape = { readonly root: Block; readonly wild: readonly WildFlow[] };

const pick = fc.nat({ max: 1000 });
const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.record({ kind: fc.constantFrom(...LEAVES), pick, parts: fc.constant([]) }),
    fc.record({ kind: fc.constantFrom(...HOLDERS), pick, parts: fc.array(tie('block'), { minLength: 1, maxLength: 3 }) }),
  ),
}));
const wildFlow = fc.record({ from: pick, to: pick, pick });

export const shapes: fc.Arbitrary<Shape> = fc.record({ root: block, wild: fc.array(wildFlow, { maxLength: 3 }) });
/** Longer ones: several blocks, one after the other. */
export const longShapes: fc.Arbitrary<Shape> = fc.record({
  root: fc.record({ kind: fc.constant('sequence' as const), pick, parts: fc.array(block, { minLength: 2, maxLength: 5, size: 'max' }) }),
  wild: fc.array(wildFlow, { maxLength: 2 }),
});

/** `outer > inner` for each construct inside another. */
export function pairsOf({ kind, parts }: Block): string[] {
  return parts.flatMap((part) => [`${kind} > ${part.kind}`, ...pairsOf(part)]);
}
/** All that could occur. */
export const ALL_PAIRS: readonly string[] = HOLDERS.flatMap((outer) => [...LEAVES, ...HOLDERS].map((inner) => `${outer} > ${inner}`));

/** One construct in another, and something before and after it. */
export const pairShape = (outer: Holder, inner: Kind, at: number): Shape => ({
  root: {
    kind: outer,
    pick: at,
    parts: [
      { kind: inner, pick: at + 1, parts: inside(inner, at) },
      { kind: 'user', pick: at + 2, parts: [] },
    ],
  },
  wild: [],
});
const inside = (kind: Kind, at: number): Block[] => (HOLDERS.some((holder) => holder === kind) ? [leaf('service', at + 3), leaf('user', at + 4)] : []);
const leaf = (kind: Leaf, at: number): Block => ({ kind, pick: at, parts: [] });

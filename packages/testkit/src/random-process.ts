import type { Element, ElementOf, Flow, Graph, Mapping } from '@baton/model';
import { emptyGraph } from '@baton/model';
import fc from 'fast-check';

/** What a random process is drawn from. Numbers pick conditions, settings and targets. */
export type Block =
  | { readonly kind: 'user' | 'service' | 'script' | 'step' | 'timer' | 'fork-out'; readonly pick: number }
  | { readonly kind: 'sequence' | 'and' | 'xor' | 'loop' | 'terminating'; readonly pick: number; readonly parts: readonly Block[] }
  | { readonly kind: 'sub'; readonly pick: number; readonly border: Border; readonly parts: readonly Block[] };

/** Flows beside the blocks, between whatever two elements of one scope: back into joins, out of activities, anywhere. */
export type WildFlow = { readonly from: number; readonly to: number; readonly pick: number };
export type Shape = { readonly root: Block; readonly wild: readonly WildFlow[] };

const pick = fc.nat({ max: 1000 });
const leaf = fc.record({ kind: fc.constantFrom('user', 'user', 'service', 'script', 'step', 'timer', 'fork-out' as const), pick });

const { block } = fc.letrec<{ block: Block }>((tie) => {
  const parts = fc.array(tie('block'), { minLength: 1, maxLength: 3 });
  return {
    block: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      leaf,
      fc.record({ kind: fc.constantFrom('sequence', 'and', 'and', 'xor', 'loop', 'terminating' as const), pick, parts }),
      fc.record({ kind: fc.constant('sub' as const), pick, border: fc.constantFrom('none', 'interrupting', 'beside', 'cycle' as const), parts }),
    ),
  };
});

export const shapes: fc.Arbitrary<Shape> = fc.record({ root: block, wild: fc.array(fc.record({ from: pick, to: pick, pick }), { maxLength: 3 }) });

const CONDITIONS = ['n > 3', 'n <= 3', 'flag', 'not(flag)', 'n = 2 or flag', 'flag and n > 1', 'maybe > 2', 'n'];
const SCRIPTS = ['n + 1', 'if flag then 1 else 2', 'n * 2', 'sum([n, 1])', 'missing + 1'];
const INPUTS: readonly Mapping[] = [
  { target: 'n', value: '=n + 1' },
  { target: 'local', value: '={a: n, b: [flag]}' },
  { target: 'maybe', value: '=7' },
];
const OUTPUTS: readonly Mapping[] = [
  { target: 'n', value: '=n' },
  { target: 'out', value: '="x"' },
  { target: 'maybe', value: '=missing' },
];
const BORDERS = ['none', 'interrupting', 'beside', 'cycle'] as const;
/** Most tasks have none. */
const borderOf = (at: number): Border => (at % 4 ? 'none' : choose(BORDERS, at / 4));
const choose = <T>(items: readonly T[], at: number): T => items[at % items.length]!;

/** A valid enough process: every element is reached, but it may starve, fail or loop. */
export function drawShape({ root, wild }: Shape): Graph {
  const drawing = new Drawing();
  drawing.scope(null, [root]);
  drawing.addWild(wild);
  return { ...emptyGraph('random', 'Random'), elements: drawing.elements, flows: drawing.flows };
}

class Drawing {
  readonly elements: Element[] = [];
  readonly flows: Flow[] = [];
  private parent: string | null = null;
  private count = 0;

  scope(parent: string | null, parts: readonly Block[]): void {
    const outer = this.parent;
    this.parent = parent;
    const last = this.sequence(this.add({ id: 'start', type: 'startEvent' }), parts);
    this.link(last, this.add({ id: 'end', type: 'endEvent' }));
    this.parent = outer;
  }

  addWild(wild: readonly WildFlow[]): void {
    const sources = this.elements.filter((element) => element.type !== 'endEvent' && element.type !== 'startEvent');
    for (const { from, to, pick: at } of wild) {
      if (!sources.length) return;
      const source = choose(sources, from);
      const targets = this.elements.filter((element) => element.parent === source.parent && element.type !== 'startEvent' && element.type !== 'boundaryEvent');
      const target = choose(targets, to);
      const isAutomatic = source.type === 'scriptTask' || source.type === 'exclusiveGateway' || source.type === 'parallelGateway';
      this.link(source.id, target.id, isAutomatic ? 'n > 900' : choose(CONDITIONS, at));
    }
  }

  private sequence(from: string, parts: readonly Block[]): string {
    return parts.reduce((at, part) => this.put(part, at), from);
  }

  /** Draws a block behind `from`; gives where it goes on. */
  private put(block: Block, from: string): string {
    return BLOCKS[block.kind](this, block, from);
  }

  after(from: string, element: Element, condition?: string): string {
    const id = this.add(element);
    this.link(from, id, condition);
    return id;
  }

  branches(type: 'parallelGateway' | 'exclusiveGateway', { parts = [], pick: at }: Inner, from: string): string {
    const split = this.after(from, { id: 'split', type });
    const ends = parts.map((part, index) => {
      const first = this.add({ id: 'branch', type: 'scriptTask' });
      if (type === 'parallelGateway') this.link(split, first);
      else this.link(split, first, index === parts.length - 1 ? undefined : choose(CONDITIONS, at + index), index === parts.length - 1);
      return this.put(part, first);
    });
    const join = this.add({ id: 'join', type });
    for (const end of ends) this.link(end, join);
    return join;
  }

  loop({ parts = [], pick: at }: Inner, from: string): string {
    const entry = this.after(from, { id: 'again', type: 'exclusiveGateway' });
    const body = this.sequence(this.after(entry, { id: 'turn', type: at % 3 ? 'userTask' : 'serviceTask' }), parts);
    const exit = this.after(body, { id: 'enough', type: 'exclusiveGateway' });
    this.link(exit, entry, choose(CONDITIONS, at));
    const out = this.add({ id: 'out', type: 'scriptTask' });
    this.link(exit, out, undefined, true);
    return out;
  }

  terminating({ parts = [] }: Inner, from: string): string {
    const fork = this.after(from, { id: 'fork', type: 'parallelGateway' });
    const stop = this.add({ id: 'stop', type: 'endEvent', trigger: { type: 'terminate' } });
    this.link(this.after(fork, { id: 'last', type: 'userTask' }), stop);
    return this.sequence(this.after(fork, { id: 'go', type: 'scriptTask' }), parts);
  }

  sub({ parts = [], pick: at, border }: Inner, from: string): string {
    const id = this.after(from, { id: 'sub', type: 'subProcess', ...mappings(at) });
    this.scope(id, parts);
    this.watch(id, at, border);
    return id;
  }

  /** A default way out, to an end of its own. */
  otherwise(from: string): void {
    this.link(from, this.add({ id: 'otherwise', type: 'endEvent' }), undefined, true);
  }

  /** A timer on the border, and a path of its own behind it. */
  watch(attachedTo: string, at: number, border: Border = 'none'): void {
    if (border === 'none') return;
    const timer = border === 'cycle' ? { cycle: 'R2/PT1H' } : { duration: at % 13 ? 'PT1H' : '=delay' };
    const event = this.add({
      id: 'late',
      type: 'boundaryEvent',
      attachedTo,
      trigger: { type: 'timer', ...timer },
      ...(border === 'interrupting' ? {} : { cancelActivity: false }),
    });
    this.after(this.after(event, { id: 'escalate', type: at % 2 ? 'userTask' : 'scriptTask' }), { id: 'escalated', type: 'endEvent' });
  }

  private add(element: Element): string {
    const id = `${element.id}${this.count++}`;
    this.elements.push({ ...element, id, ...(this.parent === null ? {} : { parent: this.parent }) });
    return id;
  }

  link(from: string, to: string, condition?: string, isDefault = false): void {
    const id = `${from}->${to}-${this.flows.length}`;
    this.flows.push({ id, from, to, ...(condition === undefined ? {} : { condition }), ...(isDefault ? { isDefault } : {}) });
  }
}

type Border = (typeof BORDERS)[number];
type Inner = { readonly pick: number; readonly parts?: readonly Block[]; readonly border?: Border };

function mappings(at: number): { inputs?: Mapping[]; outputs?: Mapping[] } {
  return { ...(at % 5 === 0 ? { inputs: [choose(INPUTS, at)] } : {}), ...(at % 7 === 0 ? { outputs: [choose(OUTPUTS, at)] } : {}) };
}

const BLOCKS: { readonly [K in Block['kind']]: (drawing: Drawing, block: Inner, from: string) => string } = {
  user: (drawing, { pick: at }, from) => {
    const task: ElementOf<'userTask'> = {
      id: 'user',
      type: 'userTask',
      ...(at % 3 === 0 ? { approval: {} } : {}),
      ...(at % 11 === 0 ? { assignee: '=maybe' } : {}),
    };
    const id = drawing.after(from, { ...task, ...mappings(at) });
    drawing.watch(id, at, borderOf(at));
    return id;
  },
  service: (drawing, { pick: at }, from) => {
    const id = drawing.after(from, { id: 'service', type: 'serviceTask', job: { type: 'work', retries: at % 3 }, ...mappings(at) });
    drawing.watch(id, at, borderOf(at));
    return id;
  },
  script: (drawing, { pick: at }, from) =>
    drawing.after(from, { id: 'script', type: 'scriptTask', script: choose(SCRIPTS, at), resultVariable: at % 2 ? 'n' : 'result', ...mappings(at) }),
  step: (drawing, { pick: at }, from) => drawing.after(from, { id: 'step', type: 'scriptTask', ...mappings(at) }),
  timer: (drawing, { pick: at }, from) => {
    const trigger = { type: 'timer' as const, ...(at % 9 === 0 ? { date: '=when' } : { duration: `PT${1 + (at % 90)}M` }) };
    return drawing.after(from, { id: 'timer', type: 'intermediateCatchEvent', trigger });
  },
  'fork-out': (drawing, { pick: at }, from) => {
    const id = drawing.after(from, { id: 'both', type: at % 2 ? 'userTask' : 'scriptTask' });
    drawing.after(drawing.after(id, { id: 'side', type: 'userTask' }, at % 3 ? choose(CONDITIONS, at) : undefined), { id: 'side-end', type: 'endEvent' });
    if (at % 3 === 1) drawing.otherwise(id);
    return id;
  },
  sequence: (drawing, { parts = [] }, from) => parts.reduce((at, part) => BLOCKS[part.kind](drawing, part, at), from),
  and: (drawing, block, from) => drawing.branches('parallelGateway', block, from),
  xor: (drawing, block, from) => drawing.branches('exclusiveGateway', block, from),
  loop: (drawing, block, from) => drawing.loop(block, from),
  terminating: (drawing, block, from) => drawing.terminating(block, from),
  sub: (drawing, block, from) => drawing.sub(block, from),
};

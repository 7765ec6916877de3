import { type Artifact, type Element, emptyGraph, type Flow, type Graph, type Trigger } from '@baton/model';
import { BLOCKS } from './blocks.ts';
import { choose, DATA, type Dialect } from './dialect.ts';
import type { Block, Shape, WildFlow } from './shape.ts';

/** A valid enough process: every element is reached, but it may starve, fail or loop. */
export function drawShape({ root, wild }: Shape, dialect: Dialect = DATA): Graph {
  const drawing = new Drawing(dialect);
  drawing.scope(null, [root]);
  drawing.addWild(wild);
  const { elements, flows, artifacts } = drawing;
  return { ...emptyGraph('random', 'Random'), elements, flows, artifacts };
}

/** Elements, flows and the scope that is being drawn in. Ids get a number, so they are unique. */
export class Drawing {
  readonly elements: Element[] = [];
  readonly flows: Flow[] = [];
  readonly artifacts: Artifact[] = [];
  private parent: string | null = null;
  private count = 0;

  constructor(readonly says: Dialect) {}

  /** Draws into a container. */
  within(parent: string | null, draw: () => void): void {
    const outer = this.parent;
    this.parent = parent;
    draw();
    this.parent = outer;
  }
  /** A start, the parts and an end. */
  scope(parent: string | null, parts: readonly Block[], trigger?: Trigger, isInterrupting?: boolean): void {
    this.within(parent, () => {
      const start = this.add({ id: 'start', type: 'startEvent', ...(trigger ? { trigger } : {}), ...(isInterrupting === false ? { isInterrupting } : {}) });
      this.link(this.sequence(start, parts), this.add({ id: 'end', type: 'endEvent' }));
    });
  }

  addWild(wild: readonly WildFlow[]): void {
    const sources = this.elements.filter((element) => this.mayLeave(element));
    for (const { from, to, pick: at } of wild) {
      if (!sources.length) return;
      const source = choose(sources, from);
      const targets = this.elements.filter((element) => element.parent === source.parent && this.mayEnter(element));
      if (!targets.length) continue;
      this.link(source.id, choose(targets, to).id, isAutomatic(source) ? this.says.rarely : this.says.condition(at));
    }
  }
  private mayLeave(element: Element): boolean {
    if (element.type === 'endEvent' || element.type === 'startEvent' || element.type === 'eventBasedGateway' || this.isApart(element)) return false;
    return !('trigger' in element && (element.trigger?.type === 'link' || element.trigger?.type === 'compensation'));
  }
  private mayEnter(element: Element): boolean {
    if (element.type === 'startEvent' || element.type === 'boundaryEvent' || this.isApart(element)) return false;
    const comesFromRace = this.flows.some(
      (flow) => flow.to === element.id && this.elements.some(({ id, type }) => id === flow.from && type === 'eventBasedGateway'),
    );
    return !comesFromRace && !('trigger' in element && element.trigger?.type === 'link');
  }
  private isApart(element: Element): boolean {
    return ('isForCompensation' in element && element.isForCompensation === true) || (element.type === 'subProcess' && element.triggeredByEvent === true);
  }

  sequence(from: string, parts: readonly Block[]): string {
    return parts.reduce((at, part) => this.put(part, at), from);
  }
  /** Draws a block behind `from`; gives where it goes on. */
  put(block: Block, from: string): string {
    return BLOCKS[block.kind](this, block, from);
  }
  after(from: string, element: Element, condition?: string): string {
    const id = this.add(element);
    this.link(from, id, condition);
    return id;
  }
  /** An end of its own for a path; an ad-hoc sub-process has none. */
  finish(from: string): void {
    if (!this.isInAdHoc) this.after(from, { id: 'end', type: 'endEvent' });
  }
  get isInAdHoc(): boolean {
    return this.elements.some(({ id, type }) => id === this.parent && type === 'adHocSubProcess');
  }
  /** A default way out. */
  otherwise(from: string): void {
    this.link(from, this.add({ id: 'otherwise', type: 'manualTask' }), undefined, true);
  }
  /** An event on the border, and a path of its own behind it. */
  watch(attachedTo: string, trigger: Trigger, { interrupting, at }: { readonly interrupting: boolean; readonly at: number }): string {
    const event = this.add({ id: 'border', type: 'boundaryEvent', attachedTo, trigger, ...(interrupting ? {} : { cancelActivity: false }) });
    const path = this.after(event, { id: 'handle', type: at % 2 ? 'userTask' : 'manualTask' });
    this.finish(path);
    return event;
  }
  /** Its handler is joined to it by an association. */
  undoneBy(attachedTo: string, handler: Element): void {
    const event = this.add({ id: 'undo-border', type: 'boundaryEvent', attachedTo, trigger: { type: 'compensation' } });
    this.artifacts.push({ id: `${event}-line`, type: 'association', from: event, to: this.add(handler) });
  }
  fresh(prefix: string): string {
    return `${prefix}${this.count++}`;
  }
  add(element: Element): string {
    const id = this.fresh(element.id);
    this.elements.push({ ...element, id, ...(this.parent === null ? {} : { parent: this.parent }) });
    return id;
  }
  link(from: string, to: string, condition?: string, isDefault = false): void {
    const id = `${from}->${to}-${this.flows.length}`;
    this.flows.push({ id, from, to, ...(condition === undefined ? {} : { condition }), ...(isDefault ? { isDefault } : {}) });
  }
}

/** Goes on at once, so that a flow back to it could loop for ever. */
const AUTOMATIC = [
  'scriptTask',
  'manualTask',
  'task',
  'sendTask',
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
  'complexGateway',
  'intermediateThrowEvent',
];
const isAutomatic = (element: Element) => AUTOMATIC.includes(element.type);

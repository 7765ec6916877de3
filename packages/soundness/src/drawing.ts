import { ELEMENTS, type Element, type Flow, type Process } from '@baton/model';
import type { PathStep } from './finding.ts';
import { type Net, type Place, type Transition, transition } from './net.ts';
import { isCompensating } from './triggers.ts';

const JOINS: ReadonlySet<Element['type']> = new Set(['parallelGateway', 'inclusiveGateway', 'complexGateway']);

export const isScope = (element: Element) => ELEMENTS[element.type].category === 'container';

/** A net that is being made: all its places, and the transitions so far. */
export class Drawing {
  readonly process: Process;
  /** What tokens of the drawn flow can reach: all but compensation, which no flow leads to. */
  readonly elements: readonly Element[];
  private readonly places: Place[] = [];
  private readonly transitions: Transition[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly within = new Map<string, { tokens: number[]; notes: number[] }>();

  constructor(process: Process) {
    this.process = process;
    this.elements = process.graph.elements.filter((element) => !this.isOnlyForCompensation(element));
    this.add({ kind: 'begin', elementId: process.root.id });
    this.add({ kind: 'active', elementId: process.root.id });
    for (const element of this.elements) this.addPlacesOf(element);
  }

  at = (id: string) => this.number('at', id);
  active = (id: string) => this.number('active', id);
  note = (id: string) => this.number('note', id);
  begin = () => this.number('begin', this.process.root.id);

  isJoin = (element: Element) => JOINS.has(element.type) && this.process.incoming(element.id).length > 1;

  /** Where a token is when it has taken the flow. */
  arrive = (flow: Flow): number => this.numbers.get(`flow ${flow.id}`) ?? this.at(flow.to);
  arriveAll = (flows: readonly Flow[]) => flows.map(this.arrive);

  /** Where tokens can be inside a scope, at whatever depth. */
  tokensIn = (scope: string): readonly number[] => this.within.get(scope)?.tokens ?? [];
  notesIn = (scope: string): readonly number[] => this.within.get(scope)?.notes ?? [];

  happen(parts: Partial<Transition>): void {
    this.transitions.push(transition(parts));
  }

  net(): Net {
    return { places: this.places, transitions: this.transitions, begin: this.begin(), root: this.active(this.process.root.id) };
  }

  private isOnlyForCompensation(element: Element): boolean {
    if ('isForCompensation' in element && element.isForCompensation) return true;
    if (isCompensating(element) && element.type === 'boundaryEvent') return true;
    const isUndoing = element.type === 'subProcess' && element.triggeredByEvent && this.process.triggeredStartsOf(element.id).some(isCompensating);
    const around = element.parent === undefined || !this.process.has(element.parent) ? undefined : this.process.node(element.parent);
    return Boolean(isUndoing) || (around !== undefined && around.type !== 'process' && this.isOnlyForCompensation(around));
  }

  private addPlacesOf(element: Element): void {
    const incoming = this.process.incoming(element.id);
    const isEnd = element.type === 'endEvent';
    if (this.isJoin(element)) for (const { id } of incoming) this.add({ kind: 'flow', elementId: element.id, flowId: id }, element);
    else this.add({ kind: 'at', elementId: element.id, isMerge: incoming.length > 1 && !isEnd }, element);
    if (isScope(element)) this.add({ kind: 'active', elementId: element.id }, element);
    this.add({ kind: 'note', elementId: element.id }, element);
  }

  private add(place: Place, element?: Element): void {
    const number = this.places.push(place) - 1;
    this.numbers.set(place.flowId === undefined ? `${place.kind} ${place.elementId}` : `flow ${place.flowId}`, number);
    for (let scope = element && (element.parent ?? this.process.root.id); scope !== undefined; scope = this.scopeAround(scope)) {
      const within = this.within.get(scope) ?? { tokens: [], notes: [] };
      this.within.set(scope, within);
      (place.kind === 'note' ? within.notes : within.tokens).push(number);
    }
  }

  private scopeAround(scope: string): string | undefined {
    const node = this.process.node(scope);
    return node.type === 'process' ? undefined : (node.parent ?? this.process.root.id);
  }

  private number(kind: Place['kind'], id: string): number {
    const number = this.numbers.get(`${kind} ${id}`);
    if (number === undefined) throw new Error(`Expected a place “${kind}” of ${id}, but there is none.`);
    return number;
  }
}

export const takes = (flows: readonly Flow[]): readonly PathStep[] => flows.map(({ id }) => ({ take: id }));

import {
  type Artifact,
  compile,
  type Element,
  type ElementOf,
  type ElementType,
  emptyGraph,
  type Flow,
  type Graph,
  type Process,
  type Trigger,
  type TriggerOf,
  type VariableDeclaration,
} from '@baton/model';

/** What an element may be given beside its id, type and place. */
export type Properties<T extends ElementType> = Partial<Omit<ElementOf<T>, 'id' | 'type' | 'parent'>>;
export type Timer = Omit<TriggerOf<'timer'>, 'type'>;
/** A trigger on a border; without a `type` it is a timer. */
export type Border = (Timer | Trigger) & { readonly interrupting?: boolean };

/** What draws: each element is linked to the one drawn before, unless `from` moved the pen. Flow ids are `<from>-><to>`. */
export class Pen {
  private readonly elements: Element[] = [];
  private readonly flows: Flow[] = [];
  private readonly artifacts: Artifact[] = [];
  private readonly variables: VariableDeclaration[] = [];
  private at: string | null = null;
  private pending: Pick<Flow, 'condition' | 'isDefault'> = {};
  private parent: string | null = null;

  constructor(
    private readonly key: string,
    private readonly name: string,
  ) {}

  /** Condition of the next flow. */
  when(condition: string): this {
    this.pending = { condition };
    return this;
  }
  /** The next flow is the default. */
  otherwise(): this {
    this.pending = { isDefault: true };
    return this;
  }
  /** Moves the pen. */
  from(id: string): this {
    this.at = id;
    return this;
  }
  /** A flow to an element that is there already. */
  to(id: string): this {
    this.link(id);
    this.at = id;
    return this;
  }
  /** Lifts the pen: no flow leads to what is drawn next. */
  apart(): this {
    this.at = null;
    return this;
  }
  variable(declaration: VariableDeclaration): this {
    this.variables.push(declaration);
    return this;
  }

  graph(): Graph {
    const { elements, flows, variables, artifacts } = this;
    return { ...emptyGraph(this.key, this.name), elements, flows, ...(artifacts.length ? { artifacts } : {}), ...(variables.length ? { variables } : {}) };
  }
  build(): Process {
    return compile(this.graph());
  }

  protected add(element: Element): this {
    this.elements.push(this.placed(element));
    if (this.at !== null) this.link(element.id);
    this.at = element.id;
    return this;
  }
  /** Draws what `inside` draws into a container; the pen goes on from the container. */
  protected container(element: Element, inside: (pen: this) => unknown): this {
    this.add(element);
    const outer = this.parent;
    this.parent = element.id;
    this.at = null;
    inside(this);
    this.parent = outer;
    this.at = element.id;
    return this;
  }
  /** On the border of the element the pen is at; the pen goes on from it. */
  protected attach(id: string, { interrupting, ...event }: Border): this {
    const attachedTo = this.at ?? missing(`a host for ${id}`);
    this.at = null;
    const trigger: Trigger = 'type' in event ? event : { type: 'timer', ...event };
    return this.add({ id, type: 'boundaryEvent', attachedTo, trigger, ...(interrupting === false ? { cancelActivity: false } : {}) });
  }
  /** What undoes the element the pen is at; the pen stays there. */
  protected undo(handler: Element): this {
    const host = this.at ?? missing(`a step that ${handler.id} undoes`);
    const border = `${host}-border`;
    this.attach(border, { type: 'compensation' }).apart().add(handler);
    this.artifacts.push({ id: `${border}-line`, type: 'association', from: border, to: handler.id });
    return this.from(host);
  }

  private placed(element: Element): Element {
    return this.parent === null ? element : { ...element, parent: this.parent };
  }
  private link(to: string): void {
    const from = this.at ?? missing(`an element before ${to}`);
    this.flows.push({ id: `${from}->${to}`, from, to, ...this.pending });
    this.pending = {};
  }
}

function missing(what: string): never {
  throw new Error(`Expected ${what}, but the pen is nowhere.`);
}

import {
  compile,
  type Element,
  type ElementOf,
  type ElementType,
  emptyGraph,
  type Flow,
  type Graph,
  type Process,
  type TriggerOf,
  type VariableDeclaration,
} from '@baton/model';

/** What an element may be given beside its id, type and place. */
export type Properties<T extends ElementType> = Partial<Omit<ElementOf<T>, 'id' | 'type' | 'parent'>>;
type Timer = Omit<TriggerOf<'timer'>, 'type'>;
type Boundary = Timer & { readonly interrupting?: boolean };

/** Draws a process in reading order: `process('p').start().userTask('approve').end().build()`. */
export const process = (key: string, name = key): ProcessBuilder => new ProcessBuilder(key, name);

/** Each element is linked to the one drawn before, unless `from` moved the pen. Flow ids are `<from>-><to>`. */
export class ProcessBuilder {
  private readonly elements: Element[] = [];
  private readonly flows: Flow[] = [];
  private readonly variables: VariableDeclaration[] = [];
  private at: string | null = null;
  private pending: Pick<Flow, 'condition' | 'isDefault'> = {};
  private parent: string | null = null;

  constructor(
    private readonly key: string,
    private readonly name: string,
  ) {}

  start(id = 'start', properties: Properties<'startEvent'> = {}): this {
    return this.add({ id, type: 'startEvent', ...properties });
  }
  end(id = 'end'): this {
    return this.add({ id, type: 'endEvent' });
  }
  terminate(id = 'terminate'): this {
    return this.add({ id, type: 'endEvent', trigger: { type: 'terminate' } });
  }
  userTask(id: string, properties: Properties<'userTask'> = {}): this {
    return this.add({ id, type: 'userTask', ...properties });
  }
  serviceTask(id: string, properties: Properties<'serviceTask'> = {}): this {
    return this.add({ id, type: 'serviceTask', job: { type: id }, ...properties });
  }
  /** `script('double', 'total', 'amount * 2')` writes the variable `total`. */
  script(id: string, resultVariable: string, script: string, properties: Properties<'scriptTask'> = {}): this {
    return this.add({ id, type: 'scriptTask', script, resultVariable, ...properties });
  }
  /** A step that does nothing. */
  step(id: string, properties: Properties<'scriptTask'> = {}): this {
    return this.add({ id, type: 'scriptTask', ...properties });
  }
  xor(id: string): this {
    return this.add({ id, type: 'exclusiveGateway' });
  }
  and(id: string): this {
    return this.add({ id, type: 'parallelGateway' });
  }
  timer(id: string, timer: Timer): this {
    return this.add({ id, type: 'intermediateCatchEvent', trigger: { type: 'timer', ...timer } });
  }
  /** Draws what `inside` draws into a sub-process. */
  sub(id: string, inside: (builder: this) => unknown, properties: Properties<'subProcess'> = {}): this {
    this.add({ id, type: 'subProcess', ...properties });
    const outer = this.parent;
    this.parent = id;
    this.at = null;
    inside(this);
    this.parent = outer;
    this.at = id;
    return this;
  }
  /** A timer on the border of the element the pen is at; the pen goes on from it. */
  boundary(id: string, { interrupting, ...timer }: Boundary): this {
    const attachedTo = this.at ?? missing(`a host for ${id}`);
    this.at = null;
    return this.add({
      id,
      type: 'boundaryEvent',
      attachedTo,
      trigger: { type: 'timer', ...timer },
      ...(interrupting === false ? { cancelActivity: false } : {}),
    });
  }

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
  variable(declaration: VariableDeclaration): this {
    this.variables.push(declaration);
    return this;
  }

  graph(): Graph {
    const { elements, flows, variables } = this;
    return { ...emptyGraph(this.key, this.name), elements, flows, ...(variables.length ? { variables } : {}) };
  }
  build(): Process {
    return compile(this.graph());
  }

  private add(element: Element): this {
    this.elements.push(this.parent === null ? element : { ...element, parent: this.parent });
    if (this.at !== null) this.link(element.id);
    this.at = element.id;
    return this;
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

import { CopyOnWrite } from './copy-on-write.ts';
import type { Key, Subscription } from './event.ts';
import type { Json, Values } from './json.ts';
import { bytesOf, bytesOfAll } from './mechanics/size.ts';
import {
  type CompensationRecord,
  type InstanceState,
  type InstanceStatus,
  type LiveElement,
  type LiveTimer,
  type LoopState,
  type OpenIncident,
  ROOT_KEY,
} from './state.ts';

/** A loop that only this draft knows. */
type ChangingLoop = { -readonly [P in keyof LoopState]: P extends 'outputs' ? Json[] : LoopState[P] };
type Records<T> = { [key: string]: T };

/** Text of the keys used most, so that they aren't built anew. */
const ELEMENT_KEYS: readonly Key[] = Array.from({ length: 256 }, (_, number) => `e${number}`);

/**
 * An instance while it changes: a private copy of a state that copies only what is written to. Only evolve.ts writes.
 * What it hasn't touched it shares with the state it came from, which is never changed and may be frozen.
 */
export class Draft {
  status: InstanceStatus;
  seq: number;
  nextKey: number;
  variableBytes: number;
  isCalled: boolean;
  readonly elements: Map<Key, LiveElement>;
  readonly subscriptions: CopyOnWrite<Subscription>;
  readonly loops: CopyOnWrite<LoopState>;
  readonly compensations: CopyOnWrite<CompensationRecord>;
  readonly resets: CopyOnWrite<readonly string[]>;
  /** Loops whose object is ours alone. */
  private readonly ownLoops = new Set<Key>();
  /** Keys of the conditions somebody waits for: asked often, so that all else that is waited for needn't be looked through. */
  readonly conditions: Set<Key>;
  private parkedOwn: Records<{ readonly [flowId: string]: number }> | null = null;
  private timersOwn: Records<LiveTimer> | null = null;
  private incidentsOwn: Records<OpenIncident> | null = null;
  private variablesOwn: Records<Values> | null = null;
  /** Scopes whose values are ours alone. */
  private readonly ownScopes = new Map<Key, Records<Json>>();

  constructor(private readonly base: InstanceState) {
    this.status = base.status;
    this.seq = base.seq;
    this.nextKey = base.nextKey;
    this.variableBytes = base.variableBytes;
    this.elements = new Map();
    for (const key in base.elements) this.elements.set(key, base.elements[key]!);
    this.isCalled = base.isCalled ?? false;
    this.subscriptions = new CopyOnWrite(base.subscriptions);
    this.conditions = new Set();
    for (const key in base.subscriptions) if (base.subscriptions[key]?.kind === 'conditional') this.conditions.add(key);
    this.loops = new CopyOnWrite(base.loops);
    this.compensations = new CopyOnWrite(base.compensations);
    this.resets = new CopyOnWrite(base.resets);
  }

  get parked(): InstanceState['parked'] {
    return this.parkedOwn ?? this.base.parked;
  }
  get timers(): InstanceState['timers'] {
    return this.timersOwn ?? this.base.timers;
  }
  get incidents(): InstanceState['incidents'] {
    return this.incidentsOwn ?? this.base.incidents;
  }
  get variables(): InstanceState['variables'] {
    return this.variablesOwn ?? this.base.variables;
  }

  get nextElementKey(): Key {
    return ELEMENT_KEYS[this.nextKey] ?? `e${this.nextKey}`;
  }
  get nextTimerKey(): Key {
    return `t${this.nextKey}`;
  }
  /** A key of another kind: `s` subscription, `m` message, `g` signal, `c` call, `r` compensation record. */
  newKey(kind: 's' | 'm' | 'g' | 'c' | 'r'): Key {
    return `${kind}${this.nextKey}`;
  }
  get nextIncidentKey(): Key {
    return `i${this.nextKey}`;
  }

  element(key: Key): LiveElement {
    return this.elements.get(key) ?? bug(`no live element ${key}`);
  }

  park(join: string, flowId: string, tokens: number): void {
    this.parkedOwn ??= { ...this.base.parked };
    const { [flowId]: before = 0, ...others } = this.parkedOwn[join] ?? {};
    const after = before + tokens;
    const flows = after > 0 ? { ...others, [flowId]: after } : others;
    if (Object.keys(flows).length) this.parkedOwn[join] = flows;
    else delete this.parkedOwn[join];
  }
  dropParked(join: string): void {
    this.parkedOwn ??= { ...this.base.parked };
    delete this.parkedOwn[join];
  }

  /** A loop's outputs may be long: they are copied once a command, not once a round. */
  changeLoop(key: Key, change: (loop: ChangingLoop) => void): void {
    const loop = this.loops.get(key) ?? bug(`no loop ${key}`);
    const own: ChangingLoop = this.ownLoops.has(key) ? (loop as ChangingLoop) : { ...loop, outputs: [...loop.outputs] };
    this.ownLoops.add(key);
    change(own);
    this.loops.set(key, own);
  }

  /** What one scope held another holds now, beside its own. */
  moveVariables(from: Key, to: Key): void {
    const held = this.variables[from];
    if (held === undefined) return;
    this.endScope(from);
    this.setVariables(to, held);
  }

  setTimer(key: Key, timer: LiveTimer | null): void {
    this.timersOwn ??= { ...this.base.timers };
    put(this.timersOwn, key, timer);
  }
  setIncident(key: Key, incident: OpenIncident | null): void {
    this.incidentsOwn ??= { ...this.base.incidents };
    put(this.incidentsOwn, key, incident);
  }

  setVariables(scope: Key, values: Values): void {
    const own = this.ownScope(scope);
    for (const name of Object.keys(values)) {
      const value = values[name] ?? null;
      const before = Object.hasOwn(own, name) ? own[name] : undefined;
      this.variableBytes += bytesOf(value) + (before === undefined ? name.length : -bytesOf(before));
      own[name] = value;
    }
  }

  /** A scope is gone, and with it what it held. The root's variables stay: they are the instance's result. */
  endScope(scope: Key): void {
    const held = this.variables[scope];
    if (held === undefined || scope === ROOT_KEY) return;
    this.variableBytes -= bytesOfAll(held);
    this.variablesOwn ??= { ...this.base.variables };
    delete this.variablesOwn[scope];
    this.ownScopes.delete(scope);
  }

  toState(): InstanceState {
    const { status, seq, nextKey, parked, timers, incidents, variables, variableBytes } = this;
    const elements: Records<LiveElement> = {};
    for (const [key, element] of this.elements) elements[key] = element;
    return {
      v: 1,
      status,
      seq,
      nextKey,
      elements,
      parked,
      timers,
      incidents,
      variables,
      variableBytes,
      ...this.subscriptions.named('subscriptions'),
      ...this.loops.named('loops'),
      ...this.compensations.named('compensations'),
      ...this.resets.named('resets'),
      ...(this.isCalled ? { isCalled: true } : {}),
    };
  }

  private ownScope(scope: Key): Records<Json> {
    const known = this.ownScopes.get(scope);
    if (known) return known;
    const own: Records<Json> = { ...this.variables[scope] };
    this.variablesOwn ??= { ...this.base.variables };
    this.variablesOwn[scope] = own;
    this.ownScopes.set(scope, own);
    return own;
  }
}

function put<T>(records: Records<T>, key: string, value: T | null): void {
  if (value === null) delete records[key];
  else records[key] = value;
}

/** We are wrong: the command is rolled back and somebody must look. */
export function bug(message: string): never {
  throw new Error(`Engine bug: ${message}`);
}

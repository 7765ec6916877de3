import type { Element, ElementOf, Loop, Trigger } from '@baton/model';
import { choose } from './dialect.ts';
import type { Drawing } from './drawing.ts';
import type { Block, Kind } from './shape.ts';

type Draw = (drawing: Drawing, block: Block, from: string) => string;

/** Who hears what: few names, so that they meet. */
const message = (at: number): Trigger & { type: 'message' } => ({ type: 'message', name: choose(['order', 'reply'], at), correlationKey: 'k' });
const signal = (at: number): Trigger & { type: 'signal' } => ({ type: 'signal', name: choose(['alarm', 'calm'], at) });
const timer = (drawing: Drawing, at: number): Trigger => ({ type: 'timer', duration: drawing.says.duration(at) });
const code = (at: number) => choose(['E1', 'E2'], at);

const BORDERS: readonly (((drawing: Drawing, at: number) => Trigger) | null)[] = [
  null,
  null,
  null,
  timer,
  (_drawing, at) => message(at),
  (_drawing, at) => signal(at),
  (drawing, at) => ({ type: 'conditional', condition: drawing.says.condition(at) }),
  (_drawing, at) => (at % 3 ? { type: 'error', code: code(at) } : { type: 'error' }),
  (_drawing, at) => ({ type: 'escalation', code: code(at) }),
];
function maybeWatch(drawing: Drawing, host: string, at: number): string {
  const trigger = choose(BORDERS, at / 2)?.(drawing, at);
  if (trigger) drawing.watch(host, trigger, { interrupting: trigger.type === 'error' || at % 3 === 0, at });
  return host;
}
function cycle(drawing: Drawing, host: string, at: number): string {
  if (at % 6 === 0) drawing.watch(host, { type: 'timer', cycle: 'R2/PT1H' }, { interrupting: false, at });
  return host;
}

function branches(drawing: Drawing, split: Element, join: Element, { block: { parts, pick: at }, from }: { block: Block; from: string }): string {
  const fork = drawing.after(from, split);
  const isChoice = split.type !== 'parallelGateway';
  const ends = parts.map((part, index) => {
    const first = drawing.add({ id: 'branch', type: 'manualTask' });
    const isLast = index === parts.length - 1;
    drawing.link(fork, first, isChoice && !isLast ? drawing.says.condition(at + index) : undefined, isChoice && isLast);
    return drawing.put(part, first);
  });
  const merge = drawing.add(join);
  for (const end of ends) drawing.link(end, merge);
  return merge;
}

const loopOf = (drawing: Drawing, at: number): Loop =>
  choose<Loop>(
    [
      { kind: 'parallel', cardinality: at % 4 },
      { kind: 'sequential', cardinality: at % 4 },
      { kind: 'parallel', cardinality: 3, completionCondition: 'numberOfCompletedInstances >= 2' },
      { kind: 'sequential', cardinality: 3, completionCondition: 'numberOfCompletedInstances >= 2' },
      { kind: 'standard', condition: drawing.says.condition(at), maximum: 3, ...(at % 2 ? { testBefore: true } : {}) },
    ],
    at / 3,
  );

function container(drawing: Drawing, from: string, element: Element, parts: readonly Block[]): string {
  const id = drawing.after(from, element);
  drawing.scope(id, parts);
  return id;
}

function terminating(drawing: Drawing, { parts }: Block, from: string): string {
  const fork = drawing.after(from, { id: 'fork', type: 'parallelGateway' });
  const stop = drawing.add({ id: 'stop', type: 'endEvent', trigger: { type: 'terminate' } });
  drawing.link(drawing.after(fork, { id: 'last', type: 'userTask' }), stop);
  return drawing.sequence(drawing.after(fork, { id: 'go', type: 'manualTask' }), parts);
}

/** A choice between an end that throws and a way on. */
const maybeThrow = (trigger: Trigger, condition: string) => (drawing: Drawing, from: string) => {
  const choice = drawing.after(from, { id: 'choice', type: 'exclusiveGateway' });
  drawing.link(choice, drawing.add({ id: 'throw', type: 'endEvent', trigger }), condition);
  const on = drawing.add({ id: 'on', type: 'manualTask' });
  drawing.link(choice, on, undefined, true);
  return on;
};
function scopeThatThrows(drawing: Drawing, element: Element, { block, from, trigger }: { block: Block; from: string; trigger: Trigger }): string {
  const id = drawing.after(from, element);
  drawing.within(id, () => {
    const body = drawing.sequence(drawing.add({ id: 'start', type: 'startEvent' }), block.parts);
    drawing.after(maybeThrow(trigger, drawing.says.condition(block.pick))(drawing, body), { id: 'end', type: 'endEvent' });
  });
  return id;
}

export const BLOCKS: { readonly [K in Kind]: Draw } = {
  user: (drawing, { pick: at }, from) => {
    const fuss: Partial<ElementOf<'userTask'>> = { ...(at % 3 === 0 ? { approval: {} } : {}), ...(at % 11 === 0 ? { assignee: '=maybe' } : {}) };
    const id = drawing.after(from, { id: 'user', type: 'userTask', ...(drawing.says.isFussy ? fuss : {}), ...drawing.says.mappings(at) });
    return cycle(drawing, maybeWatch(drawing, id, at), at);
  },
  service: (drawing, { pick: at }, from) =>
    maybeWatch(drawing, drawing.after(from, { id: 'service', type: 'serviceTask', job: { type: 'work', retries: at % 3 }, ...drawing.says.mappings(at) }), at),
  script: (drawing, { pick: at }, from) =>
    drawing.after(from, {
      id: 'script',
      type: 'scriptTask',
      script: drawing.says.script(at),
      resultVariable: at % 2 ? 'n' : 'result',
      ...drawing.says.mappings(at),
    }),
  step: (drawing, { pick: at }, from) => drawing.after(from, { id: 'step', type: 'task', ...drawing.says.mappings(at) }),
  manual: (drawing, { pick: at }, from) => drawing.after(from, { id: 'manual', type: 'manualTask', ...drawing.says.mappings(at) }),
  decision: (drawing, { pick: at }, from) => maybeWatch(drawing, drawing.after(from, { id: 'decide', type: 'businessRuleTask', job: { type: 'decide' } }), at),
  timer: (drawing, { pick: at }, from) => {
    const trigger: Trigger = { type: 'timer', ...(at % 9 === 0 && drawing.says.isFussy ? { date: '=when' } : { duration: `PT${1 + (at % 90)}M` }) };
    return drawing.after(from, { id: 'timer', type: 'intermediateCatchEvent', trigger });
  },
  message: (drawing, { pick: at }, from) => drawing.after(from, { id: 'message', type: 'intermediateCatchEvent', trigger: message(at) }),
  receive: (drawing, { pick: at }, from) => {
    const { type: _type, ...named } = message(at);
    return maybeWatch(drawing, drawing.after(from, { id: 'receive', type: 'receiveTask', message: named }), at);
  },
  send: (drawing, { pick: at }, from) => {
    const { type: _type, ...named } = message(at);
    return drawing.after(from, { id: 'send', type: 'sendTask', ...(at % 3 ? { message: named } : { job: { type: 'send' } }) });
  },
  signal: (drawing, { pick: at }, from) => drawing.after(from, { id: 'signal', type: 'intermediateCatchEvent', trigger: signal(at) }),
  conditional: (drawing, { pick: at }, from) =>
    drawing.after(from, { id: 'conditional', type: 'intermediateCatchEvent', trigger: { type: 'conditional', condition: drawing.says.condition(at) } }),
  multiple: (drawing, { pick: at }, from) =>
    drawing.after(from, { id: 'multiple', type: 'intermediateCatchEvent', trigger: { type: 'multiple', triggers: [message(at), signal(at)] } }),
  'all-of': (drawing, { pick: at }, from) =>
    drawing.after(from, { id: 'all-of', type: 'intermediateCatchEvent', trigger: { type: 'parallelMultiple', triggers: [message(at), signal(at)] } }),
  call: (drawing, { pick: at }, from) => maybeWatch(drawing, drawing.after(from, { id: 'call', type: 'callActivity', calledElement: 'other' }), at),
  announce: (drawing, { pick: at }, from) => {
    const trigger = choose<Trigger | undefined>([signal(at), message(at), { type: 'escalation', code: code(at) }, undefined], at);
    return drawing.after(from, { id: 'announce', type: 'intermediateThrowEvent', ...(trigger ? { trigger } : {}) });
  },
  link: (drawing, _block, from) => {
    const name = drawing.fresh('link');
    drawing.after(from, { id: 'jump', type: 'intermediateThrowEvent', trigger: { type: 'link', name } });
    return drawing.add({ id: 'land', type: 'intermediateCatchEvent', trigger: { type: 'link', name } });
  },
  undoable: (drawing, { pick: at }, from) => {
    const id = drawing.after(
      from,
      at % 2 ? { id: 'do', type: 'userTask' } : { id: 'do', type: 'manualTask', ...(at % 3 ? {} : { loop: { kind: 'parallel', cardinality: 2 } }) },
    );
    drawing.undoneBy(id, { id: 'undo', type: at % 3 ? 'serviceTask' : 'manualTask', ...(at % 3 ? { job: { type: 'undo' } } : {}), isForCompensation: true });
    return id;
  },
  undo: (drawing, _block, from) => drawing.after(from, { id: 'compensate', type: 'intermediateThrowEvent', trigger: { type: 'compensation' } }),
  rounds: (drawing, { pick: at }, from) => {
    const kind = choose<'userTask' | 'manualTask' | 'serviceTask'>(['userTask', 'manualTask', 'serviceTask'], at);
    const job = kind === 'serviceTask' ? { job: { type: 'work' } } : {};
    const id = drawing.after(from, { id: 'rounds', type: kind, ...job, loop: loopOf(drawing, at) });
    // What is done at once may be done before its border is asked: either is right.
    return kind === 'manualTask' ? id : maybeWatch(drawing, id, at);
  },
  tokens: (drawing, _block, from) => {
    const two = drawing.after(from, { id: 'two', type: 'task', completionQuantity: 2 });
    return drawing.after(drawing.after(two, { id: 'each', type: 'userTask' }), { id: 'one', type: 'task', startQuantity: 2 });
  },
  'fork-out': (drawing, { pick: at }, from) => {
    const id = drawing.after(from, { id: 'both', type: at % 2 ? 'userTask' : 'manualTask' });
    drawing.finish(drawing.after(id, { id: 'side', type: 'userTask' }, at % 3 ? drawing.says.condition(at) : undefined));
    if (at % 3 === 1) drawing.otherwise(id);
    return id;
  },
  sequence: (drawing, { parts }, from) => drawing.sequence(from, parts),
  and: (drawing, block, from) => branches(drawing, { id: 'split', type: 'parallelGateway' }, { id: 'join', type: 'parallelGateway' }, { block, from }),
  xor: (drawing, block, from) => branches(drawing, { id: 'choose', type: 'exclusiveGateway' }, { id: 'merge', type: 'exclusiveGateway' }, { block, from }),
  or: (drawing, block, from) => branches(drawing, { id: 'any', type: 'inclusiveGateway' }, { id: 'any-join', type: 'inclusiveGateway' }, { block, from }),
  complex: (drawing, block, from) =>
    branches(
      drawing,
      { id: 'split', type: 'parallelGateway' },
      { id: 'enough', type: 'complexGateway', activationCondition: `activationCount >= ${1 + (block.pick % block.parts.length)}` },
      { block, from },
    ),
  race: (drawing, { parts, pick: at }, from) => {
    const gateway = drawing.after(from, { id: 'race', type: 'eventBasedGateway' });
    const merge = drawing.add({ id: 'raced', type: 'exclusiveGateway' });
    for (const [index, trigger] of [message(at), timer(drawing, at), signal(at)].entries()) {
      const event = drawing.after(gateway, { id: 'first', type: 'intermediateCatchEvent', trigger });
      const part = parts[index];
      drawing.link(part ? drawing.put(part, event) : event, merge);
    }
    return merge;
  },
  loop: (drawing, { parts, pick: at }, from) => {
    const entry = drawing.after(from, { id: 'again', type: 'exclusiveGateway' });
    const turn: Element = at % 3 ? { id: 'turn', type: 'userTask' } : { id: 'turn', type: 'serviceTask', job: { type: 'work' } };
    const exit = drawing.after(drawing.sequence(drawing.after(entry, turn), parts), { id: 'enough', type: 'exclusiveGateway' });
    drawing.link(exit, entry, drawing.says.condition(at));
    const out = drawing.add({ id: 'out', type: 'manualTask' });
    drawing.link(exit, out, undefined, true);
    return out;
  },
  terminating: (drawing, block, from) => {
    if (!drawing.isInAdHoc) return terminating(drawing, block, from);
    const id = drawing.after(from, { id: 'sub', type: 'subProcess' });
    drawing.within(id, () => drawing.finish(terminating(drawing, block, drawing.add({ id: 'start', type: 'startEvent' }))));
    return id;
  },
  sub: (drawing, { parts, pick: at }, from) =>
    cycle(drawing, maybeWatch(drawing, container(drawing, from, { id: 'sub', type: 'subProcess', ...drawing.says.mappings(at) }, parts), at), at),
  multi: (drawing, { parts, pick: at }, from) =>
    maybeWatch(drawing, container(drawing, from, { id: 'multi', type: 'subProcess', loop: loopOf(drawing, at) }, parts), at),
  failing: (drawing, block, from) => {
    const id = scopeThatThrows(drawing, { id: 'failing', type: 'subProcess' }, { block, from, trigger: { type: 'error', code: 'E1' } });
    drawing.watch(id, { type: 'error', ...(block.pick % 2 ? { code: 'E1' } : {}) }, { interrupting: true, at: block.pick });
    return id;
  },
  escalating: (drawing, block, from) => {
    const id = scopeThatThrows(drawing, { id: 'escalating', type: 'subProcess' }, { block, from, trigger: { type: 'escalation', code: 'E1' } });
    drawing.watch(id, { type: 'escalation', code: 'E1' }, { interrupting: block.pick % 2 === 0, at: block.pick });
    return id;
  },
  guarded: (drawing, { parts, pick: at }, from) => {
    const id = container(drawing, from, { id: 'guarded', type: 'subProcess' }, parts.slice(0, 1));
    const conditional: Trigger = { type: 'conditional', condition: drawing.says.condition(at) };
    const trigger = choose<Trigger>(
      [message(at), signal(at), timer(drawing, at), conditional, { type: 'error', code: 'E1' }, { type: 'escalation', code: 'E2' }],
      at,
    );
    drawing.within(id, () => {
      const guard = drawing.add({ id: 'guard', type: 'subProcess', triggeredByEvent: true });
      drawing.scope(guard, parts.slice(1), trigger, trigger.type === 'error' || at % 2 === 0);
    });
    return id;
  },
  transaction: (drawing, block, from) => {
    const parts: Block[] = [{ kind: 'undoable', pick: block.pick, parts: [] }, ...block.parts];
    const id = scopeThatThrows(drawing, { id: 'transaction', type: 'transaction' }, { block: { ...block, parts }, from, trigger: { type: 'cancel' } });
    drawing.watch(id, { type: 'cancel' }, { interrupting: true, at: block.pick });
    return id;
  },
  'ad-hoc': (drawing, { parts, pick: at }, from) => {
    const id = drawing.after(from, { id: 'ad-hoc', type: 'adHocSubProcess', ...(at % 2 ? { ordering: 'sequential' } : {}) });
    drawing.within(id, () => {
      for (const part of parts) drawing.put(part, drawing.add({ id: 'begin', type: 'manualTask' }));
    });
    return id;
  },
};

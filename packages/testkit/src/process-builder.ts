import type { Element, Trigger, TriggerOf } from '@baton/model';
import { type Border, Pen, type Properties, type Timer } from './pen.ts';

type Message = Omit<TriggerOf<'message'>, 'type' | 'name'>;
type Inside<T> = (builder: T) => unknown;

/** Draws a process in reading order: `process('p').start().userTask('approve').end().build()`. */
export const process = (key: string, name = key): ProcessBuilder => new ProcessBuilder(key, name);

/** A method for each element and trigger. How the pen moves: pen.ts. */
export class ProcessBuilder extends Pen {
  // --- events ---

  start(id = 'start', properties: Properties<'startEvent'> = {}): this {
    return this.apart().add({ id, type: 'startEvent', ...properties });
  }
  end(id = 'end', trigger?: Trigger): this {
    return this.add({ id, type: 'endEvent', ...(trigger ? { trigger } : {}) });
  }
  terminate(id = 'terminate'): this {
    return this.end(id, { type: 'terminate' });
  }
  catch(id: string, trigger: Trigger): this {
    return this.add({ id, type: 'intermediateCatchEvent', trigger });
  }
  throw(id: string, trigger?: Trigger): this {
    return this.add({ id, type: 'intermediateThrowEvent', ...(trigger ? { trigger } : {}) });
  }
  timer(id: string, timer: Timer): this {
    return this.catch(id, { type: 'timer', ...timer });
  }
  message(id: string, name: string, message: Message = {}): this {
    return this.catch(id, { type: 'message', name, ...message });
  }
  throwMessage(id: string, name: string, message: Message = {}): this {
    return this.throw(id, { type: 'message', name, ...message });
  }
  signal(id: string, name: string): this {
    return this.catch(id, { type: 'signal', name });
  }
  throwSignal(id: string, name: string): this {
    return this.throw(id, { type: 'signal', name });
  }
  conditional(id: string, condition: string): this {
    return this.catch(id, { type: 'conditional', condition });
  }
  escalate(id: string, code: string): this {
    return this.throw(id, { type: 'escalation', code });
  }
  /** Undoes `activity`, or all that is done in the scope. */
  compensate(id: string, activity?: string): this {
    return this.throw(id, { type: 'compensation', ...(activity === undefined ? {} : { activity }) });
  }
  /** Goes on at the `linkFrom` of that name. */
  linkTo(id: string, name: string): this {
    return this.throw(id, { type: 'link', name });
  }
  linkFrom(id: string, name: string): this {
    return this.apart().catch(id, { type: 'link', name });
  }
  /** A trigger on the border of the element the pen is at, by default a timer; the pen goes on from it. */
  boundary(id: string, border: Border): this {
    return this.attach(id, border);
  }

  // --- tasks ---

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
  task(id: string, properties: Properties<'task'> = {}): this {
    return this.add({ id, type: 'task', ...properties });
  }
  manual(id: string, properties: Properties<'manualTask'> = {}): this {
    return this.add({ id, type: 'manualTask', ...properties });
  }
  decision(id: string, properties: Properties<'businessRuleTask'>): this {
    return this.add({ id, type: 'businessRuleTask', ...properties });
  }
  receive(id: string, name: string, { message, ...properties }: Properties<'receiveTask'> = {}): this {
    return this.add({ id, type: 'receiveTask', message: { name, ...message }, ...properties });
  }
  send(id: string, name: string, { message, ...properties }: Properties<'sendTask'> = {}): this {
    return this.add({ id, type: 'sendTask', message: { name, ...message }, ...properties });
  }
  call(id: string, calledElement: string, properties: Properties<'callActivity'> = {}): this {
    return this.add({ id, type: 'callActivity', calledElement, ...properties });
  }
  /** A job that undoes the activity the pen is at, joined by an association to its compensation border event; the pen stays. */
  undoneBy(id: string, handler: Element = { id, type: 'serviceTask', job: { type: id }, isForCompensation: true }): this {
    return this.undo(handler);
  }

  // --- gateways ---

  xor(id: string): this {
    return this.add({ id, type: 'exclusiveGateway' });
  }
  and(id: string): this {
    return this.add({ id, type: 'parallelGateway' });
  }
  or(id: string): this {
    return this.add({ id, type: 'inclusiveGateway' });
  }
  /** Behind it: `from(id).message(...)`, `from(id).timer(...)`. */
  eventGateway(id: string, properties: Properties<'eventBasedGateway'> = {}): this {
    return this.add({ id, type: 'eventBasedGateway', ...properties });
  }
  complex(id: string, activationCondition?: string): this {
    return this.add({ id, type: 'complexGateway', ...(activationCondition === undefined ? {} : { activationCondition }) });
  }

  // --- containers ---

  sub(id: string, inside: Inside<this>, properties: Properties<'subProcess'> = {}): this {
    return this.container({ id, type: 'subProcess', ...properties }, inside);
  }
  transaction(id: string, inside: Inside<this>, properties: Properties<'transaction'> = {}): this {
    return this.container({ id, type: 'transaction', ...properties }, inside);
  }
  /** Lift the pen between its steps: `adHoc('care', (b) => b.userTask('call').apart().userTask('visit'))`. */
  adHoc(id: string, inside: Inside<this>, properties: Properties<'adHocSubProcess'> = {}): this {
    return this.container({ id, type: 'adHocSubProcess', ...properties }, inside);
  }
  /** Stands apart and listens: its start event has a trigger. The pen is lifted afterwards. */
  eventSub(id: string, inside: Inside<this>, properties: Properties<'subProcess'> = {}): this {
    return this.apart()
      .container({ id, type: 'subProcess', triggeredByEvent: true, ...properties }, inside)
      .apart();
  }
}

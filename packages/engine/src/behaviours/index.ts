import type { Element, ElementOf, ElementType } from '@baton/model';
import type { Behaviour, Verbs } from '../behaviour.ts';
import type { CompiledNode } from '../compiled-process.ts';
import { adHocSubProcess } from './ad-hoc-sub-process.ts';
import { boundaryEvent } from './boundary-event.ts';
import { businessRuleTask } from './business-rule-task.ts';
import { callActivity } from './call-activity.ts';
import { complexGateway } from './complex-gateway.ts';
import { endEvent } from './end-event.ts';
import { eventBasedGateway } from './event-based-gateway.ts';
import { exclusiveGateway } from './exclusive-gateway.ts';
import { inclusiveGateway } from './inclusive-gateway.ts';
import { intermediateCatchEvent } from './intermediate-catch-event.ts';
import { intermediateThrowEvent } from './intermediate-throw-event.ts';
import { manualTask } from './manual-task.ts';
import { parallelGateway } from './parallel-gateway.ts';
import { receiveTask } from './receive-task.ts';
import { scriptTask } from './script-task.ts';
import { sendTask } from './send-task.ts';
import { serviceTask } from './service-task.ts';
import { startEvent } from './start-event.ts';
import { subProcess } from './sub-process.ts';
import { task } from './task.ts';
import { transaction } from './transaction.ts';
import { userTask } from './user-task.ts';

/** How every element runs: start reading here. The compiler lists what a new element lacks. */
export const BEHAVIOURS: { readonly [T in ElementType]: Behaviour<T> } = {
  startEvent,
  userTask,
  serviceTask,
  scriptTask,
  businessRuleTask,
  sendTask,
  receiveTask,
  manualTask,
  task,
  exclusiveGateway,
  parallelGateway,
  inclusiveGateway,
  eventBasedGateway,
  complexGateway,
  intermediateCatchEvent,
  intermediateThrowEvent,
  boundaryEvent,
  subProcess,
  transaction,
  adHocSubProcess,
  callActivity,
  endEvent,
};

type ElementMap = { [T in ElementType]: ElementOf<T> };
type Table<T extends ElementType> = { readonly [K in T]: (site: { node: CompiledNode; element: ElementMap[K] }) => Partial<Verbs> };

function bind<T extends ElementType>(table: Table<T>, node: CompiledNode, element: { [K in T]: ElementMap[K] }[T]): Partial<Verbs> {
  const type: T = element.type;
  return table[type]({ node, element });
}

/** The verbs in which that element differs from the defaults. */
export const bindBehaviour = (node: CompiledNode, element: Element): Partial<Verbs> => bind(BEHAVIOURS, node, element);

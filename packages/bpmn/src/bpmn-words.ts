import type { ElementType } from '@baton/model';

/** Flow nodes by their BPMN name; the graph calls them alike. */
export const FLOW_NODES: ReadonlySet<string> = new Set<ElementType>([
  'startEvent',
  'userTask',
  'serviceTask',
  'scriptTask',
  'businessRuleTask',
  'sendTask',
  'receiveTask',
  'manualTask',
  'task',
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
  'eventBasedGateway',
  'complexGateway',
  'intermediateCatchEvent',
  'intermediateThrowEvent',
  'boundaryEvent',
  'subProcess',
  'transaction',
  'adHocSubProcess',
  'callActivity',
  'endEvent',
]);
export const CHOREOGRAPHY_NODES: readonly string[] = ['choreographyTask', 'subChoreography', 'callChoreography'];
export const EVENTS: readonly string[] = ['startEvent', 'intermediateCatchEvent', 'intermediateThrowEvent', 'boundaryEvent', 'endEvent'];
export const SUB_PROCESSES: readonly string[] = ['subProcess', 'transaction', 'adHocSubProcess'];
export const TASKS: readonly string[] = ['task', 'userTask', 'serviceTask', 'scriptTask', 'businessRuleTask', 'sendTask', 'receiveTask', 'manualTask'];
export const ACTIVITIES: readonly string[] = [...TASKS, ...SUB_PROCESSES, 'callActivity'];
export const GATEWAYS: readonly string[] = ['exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'eventBasedGateway', 'complexGateway'];

/** A global task runs as the task of this type. */
export const GLOBAL_TASKS = {
  globalTask: 'task',
  globalUserTask: 'userTask',
  globalScriptTask: 'scriptTask',
  globalManualTask: 'manualTask',
  globalBusinessRuleTask: 'businessRuleTask',
} as const satisfies Record<string, ElementType>;
export type GlobalTaskName = keyof typeof GLOBAL_TASKS;
export const isGlobalTask = (name: string): name is GlobalTaskName => Object.hasOwn(GLOBAL_TASKS, name);

export const EVENT_DEFINITIONS = {
  timerEventDefinition: 'timer',
  messageEventDefinition: 'message',
  signalEventDefinition: 'signal',
  errorEventDefinition: 'error',
  escalationEventDefinition: 'escalation',
  conditionalEventDefinition: 'conditional',
  compensateEventDefinition: 'compensation',
  linkEventDefinition: 'link',
  cancelEventDefinition: 'cancel',
  terminateEventDefinition: 'terminate',
} as const;
export type EventDefinitionName = keyof typeof EVENT_DEFINITIONS;
export const isEventDefinition = (name: string): name is EventDefinitionName => Object.hasOwn(EVENT_DEFINITIONS, name);

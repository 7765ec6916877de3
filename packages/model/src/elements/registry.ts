import { boundaryEvent } from './boundary-event.ts';
import { endEvent } from './end-event.ts';
import { exclusiveGateway } from './exclusive-gateway.ts';
import { intermediateCatchEvent } from './intermediate-catch-event.ts';
import { parallelGateway } from './parallel-gateway.ts';
import { scriptTask } from './script-task.ts';
import { serviceTask } from './service-task.ts';
import { startEvent } from './start-event.ts';
import { subProcess } from './sub-process.ts';
import { userTask } from './user-task.ts';

/** Every BPMN element we know: start reading here. A new row makes the compiler list every room that lacks it. */
export const ELEMENTS = {
  startEvent,
  userTask,
  serviceTask,
  scriptTask,
  exclusiveGateway,
  parallelGateway,
  intermediateCatchEvent,
  boundaryEvent,
  subProcess,
  endEvent,
} as const;

export type ElementType = keyof typeof ELEMENTS;

export const ELEMENT_TYPES = Object.keys(ELEMENTS) as ElementType[];
export const isElementType = (type: string): type is ElementType => Object.hasOwn(ELEMENTS, type);
export const definitionOf = (type: ElementType) => ELEMENTS[type];

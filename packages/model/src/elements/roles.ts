import type { Element, ElementOf, Trigger } from '../graph.ts';
import { ELEMENTS } from './registry.ts';

/** Parts an element can play besides its type: what rules, compiler and canvas ask alike. */

type LinkTrigger = Extract<Trigger, { type: 'link' }>;
export type LinkCatch = ElementOf<'intermediateCatchEvent'> & { readonly trigger: LinkTrigger };
export type LinkThrow = ElementOf<'intermediateThrowEvent'> & { readonly trigger: LinkTrigger };

export const isBoundaryEvent = (element: Element): element is ElementOf<'boundaryEvent'> => element.type === 'boundaryEvent';
export const isEventSubProcess = (element: Element): element is ElementOf<'subProcess'> => element.type === 'subProcess' && element.triggeredByEvent === true;
export const isCompensationHandler = (element: Element): boolean => 'isForCompensation' in element && element.isForCompensation === true;
export const isCompensationBoundary = (element: Element): element is ElementOf<'boundaryEvent'> =>
  isBoundaryEvent(element) && element.trigger?.type === 'compensation';
export const isLinkCatch = (element: Element): element is LinkCatch => element.type === 'intermediateCatchEvent' && element.trigger?.type === 'link';
export const isLinkThrow = (element: Element): element is LinkThrow => element.type === 'intermediateThrowEvent' && element.trigger?.type === 'link';
export const isContainer = (element: Element): boolean => ELEMENTS[element.type].category === 'container';
export const isActivity = (element: Element): boolean => ELEMENTS[element.type].isActivity;

/** A task or gateway that starts an instance, as a start event with a trigger does. */
export const isInstantiating = (element: Element): element is ElementOf<'receiveTask'> | ElementOf<'eventBasedGateway'> =>
  (element.type === 'receiveTask' || element.type === 'eventBasedGateway') && element.instantiate === true;

/** Where a scope begins of its own accord. */
export const isStart = (element: Element): boolean => element.type === 'startEvent' || isInstantiating(element);

/** No flow leads to it by right: it is begun in another way, or is where something begins (BPMN 2.0.2, 10.5.2). */
export const needsNoIncoming = (element: Element): boolean =>
  isStart(element) || isBoundaryEvent(element) || isEventSubProcess(element) || isCompensationHandler(element) || isLinkCatch(element);

import type { Element, ElementType } from '@baton/model';
import type { ComponentType } from 'react';
import type { TabId } from '../designer/panels/tab.ts';
import { boundaryEventPanel } from './boundary-event/panel.tsx';
import type { ElementPanel } from './element-panel.ts';
import { endEventPanel } from './end-event/panel.tsx';
import { exclusiveGatewayPanel } from './exclusive-gateway/panel.tsx';
import { intermediateCatchEventPanel } from './intermediate-catch-event/panel.tsx';
import { parallelGatewayPanel } from './parallel-gateway/panel.tsx';
import { scriptTaskPanel } from './script-task/panel.tsx';
import { serviceTaskPanel } from './service-task/panel.tsx';
import { startEventPanel } from './start-event/panel.tsx';
import { subProcessPanel } from './sub-process/panel.tsx';
import { userTaskPanel } from './user-task/panel.tsx';

/** What can be set of each element. A new element in the model makes the compiler ask for its row here. */
const ELEMENT_PANELS: { readonly [T in ElementType]: ElementPanel<T> } = {
  startEvent: startEventPanel,
  userTask: userTaskPanel,
  serviceTask: serviceTaskPanel,
  scriptTask: scriptTaskPanel,
  exclusiveGateway: exclusiveGatewayPanel,
  parallelGateway: parallelGatewayPanel,
  intermediateCatchEvent: intermediateCatchEventPanel,
  boundaryEvent: boundaryEventPanel,
  subProcess: subProcessPanel,
  endEvent: endEventPanel,
};

/** The panel for an element of any type; the table above guarantees that type and components belong together. */
export const panelOf = (element: Element): { readonly [I in TabId]?: ComponentType<{ readonly element: Element }> } =>
  ELEMENT_PANELS[element.type] as { readonly [I in TabId]?: ComponentType<{ readonly element: Element }> };

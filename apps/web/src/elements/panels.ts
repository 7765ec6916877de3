import type { Element, ElementType } from '@baton/model';
import type { ComponentType } from 'react';
import type { TabId } from '../designer/panels/tab.ts';
import { adHocSubProcessPanel } from './ad-hoc-sub-process/panel.tsx';
import { boundaryEventPanel } from './boundary-event/panel.tsx';
import { businessRuleTaskPanel } from './business-rule-task/panel.tsx';
import { callActivityPanel } from './call-activity/panel.tsx';
import { complexGatewayPanel } from './complex-gateway/panel.tsx';
import type { ElementPanel } from './element-panel.ts';
import { endEventPanel } from './end-event/panel.tsx';
import { eventBasedGatewayPanel } from './event-based-gateway/panel.tsx';
import { exclusiveGatewayPanel } from './exclusive-gateway/panel.tsx';
import { inclusiveGatewayPanel } from './inclusive-gateway/panel.tsx';
import { intermediateCatchEventPanel } from './intermediate-catch-event/panel.tsx';
import { intermediateThrowEventPanel } from './intermediate-throw-event/panel.tsx';
import { manualTaskPanel } from './manual-task/panel.tsx';
import { parallelGatewayPanel } from './parallel-gateway/panel.tsx';
import { receiveTaskPanel } from './receive-task/panel.tsx';
import { scriptTaskPanel } from './script-task/panel.tsx';
import { sendTaskPanel } from './send-task/panel.tsx';
import { serviceTaskPanel } from './service-task/panel.tsx';
import { startEventPanel } from './start-event/panel.tsx';
import { subProcessPanel } from './sub-process/panel.tsx';
import { taskPanel } from './task/panel.tsx';
import { transactionPanel } from './transaction/panel.tsx';
import { userTaskPanel } from './user-task/panel.tsx';

/** What can be set of each element. A new element in the model makes the compiler ask for its row here. */
const ELEMENT_PANELS: { readonly [T in ElementType]: ElementPanel<T> } = {
  startEvent: startEventPanel,
  userTask: userTaskPanel,
  serviceTask: serviceTaskPanel,
  scriptTask: scriptTaskPanel,
  businessRuleTask: businessRuleTaskPanel,
  sendTask: sendTaskPanel,
  receiveTask: receiveTaskPanel,
  manualTask: manualTaskPanel,
  task: taskPanel,
  exclusiveGateway: exclusiveGatewayPanel,
  parallelGateway: parallelGatewayPanel,
  inclusiveGateway: inclusiveGatewayPanel,
  eventBasedGateway: eventBasedGatewayPanel,
  complexGateway: complexGatewayPanel,
  intermediateCatchEvent: intermediateCatchEventPanel,
  intermediateThrowEvent: intermediateThrowEventPanel,
  boundaryEvent: boundaryEventPanel,
  subProcess: subProcessPanel,
  transaction: transactionPanel,
  adHocSubProcess: adHocSubProcessPanel,
  callActivity: callActivityPanel,
  endEvent: endEventPanel,
};

/** The panel for an element of any type; the table above guarantees that type and components belong together. */
export const panelOf = (element: Element): { readonly [I in TabId]?: ComponentType<{ readonly element: Element }> } =>
  ELEMENT_PANELS[element.type] as { readonly [I in TabId]?: ComponentType<{ readonly element: Element }> };

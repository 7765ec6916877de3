import type { Element, ElementType } from '@baton/model';
import type { ComponentType } from 'react';
import { AdHocSubProcessIcon } from './ad-hoc-sub-process/icon.tsx';
import { AdHocSubProcessNode } from './ad-hoc-sub-process/node.tsx';
import { BoundaryEventIcon } from './boundary-event/icon.tsx';
import { BoundaryEventNode } from './boundary-event/node.tsx';
import { BusinessRuleTaskIcon } from './business-rule-task/icon.tsx';
import { BusinessRuleTaskNode } from './business-rule-task/node.tsx';
import { CallActivityIcon } from './call-activity/icon.tsx';
import { CallActivityNode } from './call-activity/node.tsx';
import { ComplexGatewayIcon } from './complex-gateway/icon.tsx';
import { ComplexGatewayNode } from './complex-gateway/node.tsx';
import type { ElementNodeProps, ElementView } from './element-view.ts';
import { EndEventIcon } from './end-event/icon.tsx';
import { EndEventNode } from './end-event/node.tsx';
import { EventBasedGatewayIcon } from './event-based-gateway/icon.tsx';
import { EventBasedGatewayNode } from './event-based-gateway/node.tsx';
import { ExclusiveGatewayIcon } from './exclusive-gateway/icon.tsx';
import { ExclusiveGatewayNode } from './exclusive-gateway/node.tsx';
import { InclusiveGatewayIcon } from './inclusive-gateway/icon.tsx';
import { InclusiveGatewayNode } from './inclusive-gateway/node.tsx';
import { IntermediateCatchEventIcon } from './intermediate-catch-event/icon.tsx';
import { IntermediateCatchEventNode } from './intermediate-catch-event/node.tsx';
import { IntermediateThrowEventIcon } from './intermediate-throw-event/icon.tsx';
import { IntermediateThrowEventNode } from './intermediate-throw-event/node.tsx';
import { ManualTaskIcon } from './manual-task/icon.tsx';
import { ManualTaskNode } from './manual-task/node.tsx';
import { ParallelGatewayIcon } from './parallel-gateway/icon.tsx';
import { ParallelGatewayNode } from './parallel-gateway/node.tsx';
import { ReceiveTaskIcon } from './receive-task/icon.tsx';
import { ReceiveTaskNode } from './receive-task/node.tsx';
import { ScriptTaskIcon } from './script-task/icon.tsx';
import { ScriptTaskNode } from './script-task/node.tsx';
import { SendTaskIcon } from './send-task/icon.tsx';
import { SendTaskNode } from './send-task/node.tsx';
import { ServiceTaskIcon } from './service-task/icon.tsx';
import { ServiceTaskNode } from './service-task/node.tsx';
import { StartEventIcon } from './start-event/icon.tsx';
import { StartEventNode } from './start-event/node.tsx';
import { SubProcessIcon } from './sub-process/icon.tsx';
import { SubProcessNode } from './sub-process/node.tsx';
import { TaskIcon } from './task/icon.tsx';
import { TaskNode } from './task/node.tsx';
import { TransactionIcon } from './transaction/icon.tsx';
import { TransactionNode } from './transaction/node.tsx';
import { UserTaskIcon } from './user-task/icon.tsx';
import { UserTaskNode } from './user-task/node.tsx';

/** Every element's face. A new element in the model makes the compiler ask for its row here. */
export const ELEMENT_VIEWS: { readonly [T in ElementType]: ElementView<T> } = {
  startEvent: { Node: StartEventNode, Icon: StartEventIcon },
  userTask: { Node: UserTaskNode, Icon: UserTaskIcon },
  serviceTask: { Node: ServiceTaskNode, Icon: ServiceTaskIcon },
  scriptTask: { Node: ScriptTaskNode, Icon: ScriptTaskIcon },
  exclusiveGateway: { Node: ExclusiveGatewayNode, Icon: ExclusiveGatewayIcon },
  parallelGateway: { Node: ParallelGatewayNode, Icon: ParallelGatewayIcon },
  intermediateCatchEvent: { Node: IntermediateCatchEventNode, Icon: IntermediateCatchEventIcon },
  boundaryEvent: { Node: BoundaryEventNode, Icon: BoundaryEventIcon },
  subProcess: { Node: SubProcessNode, Icon: SubProcessIcon },
  task: { Node: TaskNode, Icon: TaskIcon },
  manualTask: { Node: ManualTaskNode, Icon: ManualTaskIcon },
  sendTask: { Node: SendTaskNode, Icon: SendTaskIcon },
  receiveTask: { Node: ReceiveTaskNode, Icon: ReceiveTaskIcon },
  businessRuleTask: { Node: BusinessRuleTaskNode, Icon: BusinessRuleTaskIcon },
  inclusiveGateway: { Node: InclusiveGatewayNode, Icon: InclusiveGatewayIcon },
  eventBasedGateway: { Node: EventBasedGatewayNode, Icon: EventBasedGatewayIcon },
  complexGateway: { Node: ComplexGatewayNode, Icon: ComplexGatewayIcon },
  intermediateThrowEvent: { Node: IntermediateThrowEventNode, Icon: IntermediateThrowEventIcon },
  callActivity: { Node: CallActivityNode, Icon: CallActivityIcon },
  transaction: { Node: TransactionNode, Icon: TransactionIcon },
  adHocSubProcess: { Node: AdHocSubProcessNode, Icon: AdHocSubProcessIcon },
  endEvent: { Node: EndEventNode, Icon: EndEventIcon },
};

/** The drawing for an element of any type; the table above guarantees that type and component belong together. */
export const nodeOf = (element: Element): ComponentType<Omit<ElementNodeProps<ElementType>, 'element'> & { readonly element: Element }> =>
  ELEMENT_VIEWS[element.type].Node as ComponentType<Omit<ElementNodeProps<ElementType>, 'element'> & { readonly element: Element }>;

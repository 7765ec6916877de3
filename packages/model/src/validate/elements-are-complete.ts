import { applyByType, type ByType } from '../elements/by-type.ts';
import type { Problem } from '../problem.ts';
import { checkBusinessRuleTask } from './elements/business-rule-task.ts';
import { checkCallActivity } from './elements/call-activity.ts';
import { checkReceiveTask } from './elements/receive-task.ts';
import { checkScriptTask } from './elements/script-task.ts';
import { checkSendTask } from './elements/send-task.ts';
import { checkServiceTask } from './elements/service-task.ts';
import { checkUserTask } from './elements/user-task.ts';
import { forEachElement, type Rule, type RuleContext } from './rule.ts';

/** What each kind of element needs besides what all need. */
const nothing = () => [];
const CHECKS: ByType<readonly Problem[], [RuleContext]> = {
  startEvent: nothing,
  userTask: checkUserTask,
  serviceTask: checkServiceTask,
  scriptTask: checkScriptTask,
  businessRuleTask: checkBusinessRuleTask,
  sendTask: checkSendTask,
  receiveTask: checkReceiveTask,
  manualTask: nothing,
  task: nothing,
  exclusiveGateway: nothing,
  parallelGateway: nothing,
  inclusiveGateway: nothing,
  eventBasedGateway: nothing,
  complexGateway: nothing,
  intermediateCatchEvent: nothing,
  intermediateThrowEvent: nothing,
  boundaryEvent: nothing,
  subProcess: nothing,
  transaction: nothing,
  adHocSubProcess: nothing,
  callActivity: checkCallActivity,
  endEvent: nothing,
};

export const elementsAreComplete: Rule = forEachElement((element, context) => applyByType(CHECKS, element, context));

import { applyByType, type ByType } from '../elements/by-type.ts';
import type { Problem } from '../problem.ts';
import { checkScriptTask } from './elements/script-task.ts';
import { checkServiceTask } from './elements/service-task.ts';
import { checkUserTask } from './elements/user-task.ts';
import { forEachElement, type Rule } from './rule.ts';

/** What each kind of element needs besides what all need. */
const nothing = () => [];
const CHECKS: ByType<readonly Problem[]> = {
  startEvent: nothing,
  userTask: checkUserTask,
  serviceTask: checkServiceTask,
  scriptTask: checkScriptTask,
  businessRuleTask: nothing,
  sendTask: nothing,
  receiveTask: nothing,
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
  callActivity: nothing,
  endEvent: nothing,
};

export const elementsAreComplete: Rule = forEachElement((element) => applyByType(CHECKS, element));

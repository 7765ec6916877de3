import { applyByType, type ByType } from '../elements/by-type.ts';
import type { Problem } from '../problem.ts';
import { checkScriptTask } from './elements/script-task.ts';
import { checkServiceTask } from './elements/service-task.ts';
import { checkUserTask } from './elements/user-task.ts';
import { forEachElement, type Rule } from './rule.ts';

/** What each kind of element needs besides what all need. */
const CHECKS: ByType<readonly Problem[]> = {
  startEvent: () => [],
  userTask: checkUserTask,
  serviceTask: checkServiceTask,
  scriptTask: checkScriptTask,
  exclusiveGateway: () => [],
  parallelGateway: () => [],
  intermediateCatchEvent: () => [],
  boundaryEvent: () => [],
  subProcess: () => [],
  endEvent: () => [],
};

export const elementsAreComplete: Rule = forEachElement((element) => applyByType(CHECKS, element));

import { advancedBranching } from './advanced-branching.ts';
import { basicControlFlow } from './basic-control-flow.ts';
import { cancellation } from './cancellation.ts';
import { iteration } from './iteration.ts';
import { multipleInstances } from './multiple-instances.ts';
import type { Group } from './pattern.ts';
import { stateBased } from './state-based.ts';
import { termination, triggers } from './termination-and-triggers.ts';

/** All 43 control-flow patterns, grouped as on workflowpatterns.com. */
export const PATTERN_GROUPS: readonly Group[] = [
  basicControlFlow,
  advancedBranching,
  multipleInstances,
  stateBased,
  cancellation,
  iteration,
  termination,
  triggers,
];

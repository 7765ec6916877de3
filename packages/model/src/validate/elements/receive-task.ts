import type { ElementOf } from '../../graph.ts';
import type { Problem } from '../../problem.ts';
import { checkMessage } from '../events-are-named.ts';
import type { RuleContext } from '../rule.ts';

export const checkReceiveTask = (task: ElementOf<'receiveTask'>, context: RuleContext): Problem[] =>
  checkMessage({ message: task.message, element: task, path: 'message', isThrown: false }, context);

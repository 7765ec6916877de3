import { type Behaviour, doneWith, failWith, waitFor } from '../behaviour.ts';
import { assignmentOf } from '../mechanics/tasks.ts';

/** Waits in the inbox of a person or group until somebody completes it. */
export const userTask: Behaviour<'userTask'> = ({ node, element }) => {
  const evaluateAssignment = assignmentOf(element);
  return {
    enter: (x, token) => {
      const assignment = evaluateAssignment(x, node, token.key);
      if (!assignment.ok) return failWith(assignment.failure);
      x.emit({ type: 'task.opened', key: token.key, elementId: node.id, ...assignment.value });
      return waitFor({ kind: 'task' });
    },
    resume: (_x, _token, trigger) => doneWith(trigger.kind === 'task' ? trigger.values : {}),
    cancel: (x, token) => {
      if (token.awaits?.kind === 'task') x.emit({ type: 'task.cancelled', key: token.key, elementId: node.id });
    },
  };
};

import { type Behaviour, failWith, type Next, waitFor } from '../behaviour.ts';
import type { Execution } from '../execution.ts';
import { cancelInside } from '../mechanics/cancellation.ts';
import { formula } from '../mechanics/expressions.ts';
import { listenFor } from '../mechanics/listening.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { LiveElement } from '../state.ts';

/**
 * Its steps in any order (BPMN 2.0.2, 13.3.5): those no flow leads to, or those it is told, all at once or one after another.
 * With a completion condition that is not true when all are done, somebody must choose the next step.
 */
export const adHocSubProcess: Behaviour<'adHocSubProcess'> = ({ node, element }) => {
  const isSequential = element.ordering === 'sequential';
  const condition = element.completionCondition?.trim() ? formula(element.completionCondition) : null;
  const chosen = element.activeElements?.trim() ? formula(element.activeElements) : null;

  function stepsOf(x: Execution, token: LiveElement): Result<readonly string[]> {
    if (!chosen) return succeed(node.starts.map((start) => start.id));
    const ids = x.evaluate(chosen, node, token.key);
    if (!ids.ok) return ids;
    const list: unknown = ids.value;
    if (Array.isArray(list) && list.every((id) => typeof id === 'string' && node.starts.some((start) => start.id === id))) return succeed(list as string[]);
    return fail(
      'activation-invalid',
      `Expected ids of steps in “${node.label}” (${node.starts.map((start) => start.id).join(', ')}), but got ${JSON.stringify(ids.value)}.`,
      element.activeElements,
    );
  }

  const isOver = (x: Execution, token: LiveElement): Result<boolean> => (condition ? x.evaluateCondition(condition, node, token.key) : succeed(false));

  function enterNext(x: Execution, token: LiveElement): boolean {
    const [next, ...todo] = token.todo ?? [];
    if (next === undefined) return false;
    x.emit({ type: 'adHoc.planned', key: token.key, elementId: node.id, todo });
    x.enter(x.process.node(next), token.key);
    return true;
  }

  return {
    enter: (x, token): Next => {
      const steps = stepsOf(x, token);
      if (!steps.ok) return failWith(steps.failure);
      const failure = listenFor(x, node.eventStarts, token);
      if (failure) return failWith(failure);
      x.lookAt(token.key);
      const [first] = steps.value;
      if (isSequential && first !== undefined) {
        x.emit({ type: 'adHoc.planned', key: token.key, elementId: node.id, todo: steps.value.slice(1) });
        x.goTo(x.process.node(first), token.key);
      } else for (const id of steps.value) x.goTo(x.process.node(id), token.key);
      return waitFor({ kind: 'children' });
    },
    childEnded: (x, token) => {
      const over = isOver(x, token);
      if (!over.ok) x.raise(node, token, over.failure, 'waiting');
      if (!over.ok || !over.value) return;
      x.emit({ type: 'adHoc.planned', key: token.key, elementId: node.id, todo: [] });
      if (element.cancelRemaining ?? true) cancelInside(x, token.key);
    },
    idle: (x, token) => {
      const over = isOver(x, token);
      if (!over.ok) x.raise(node, token, over.failure, 'waiting');
      else if (over.value) x.complete(node, token, null);
      else if (enterNext(x, token)) return;
      else if (condition) x.emit({ type: 'element.waiting', key: token.key, awaits: { kind: 'activation' } });
      else x.complete(node, token, null);
    },
  };
};

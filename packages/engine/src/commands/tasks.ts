import { DEFAULT_OUTCOMES, DEFAULT_RESULT_VARIABLE, type Node, type Outcome } from '@baton/model';
import type { Actor, CommandOf, Rejection } from '../command.ts';
import type { Execution } from '../execution.ts';
import type { LiveElement } from '../state.ts';
import { type Handler, reject, rejectValues } from './handler.ts';

type Found = { readonly task: LiveElement; readonly rejection: null } | { readonly task: null; readonly rejection: Rejection };
const refuse = (rejection: Rejection): Found => ({ task: null, rejection });

/** A key that was given once but isn't live belongs to something that has ended: keys are counters. */
function wasGiven(x: Execution, key: string): boolean {
  return /^e[1-9]\d*$/.test(key) && Number(key.slice(1)) < x.draft.nextKey;
}

function findTask(x: Execution, key: string): Found {
  const task = x.draft.elements.get(key);
  if (task?.awaits?.kind === 'task') return { task, rejection: null };
  if (!task && x.draft.status === 'cancelled') return refuse(reject('instance-not-active', 'Expected an active instance, but it is cancelled.'));
  if (wasGiven(x, key)) return refuse(reject('task-already-completed', `Expected task ${key} to be open, but it is completed or cancelled.`));
  return refuse(reject('task-not-found', `Expected an open task ${key}, but there is none.`));
}

const nameOf = (actor: Actor) => actor.userId ?? actor.name;
const isHeldBy = (task: LiveElement, actor: Actor) => task.assignee === actor.userId || task.assignee === actor.name;

export const claimTask: Handler<CommandOf<'claimTask'>> = (x, { taskKey, by }) => {
  const { task, rejection } = findTask(x, taskKey);
  if (!task) return rejection;
  if (task.assignee !== undefined && !isHeldBy(task, by)) {
    return reject('task-already-claimed', `Expected a task nobody has, but “${task.assignee}” has it.`, { expected: task.assignee });
  }
  if (task.claimed) return null;
  x.emit({ type: 'task.assigned', key: task.key, elementId: task.elementId, assignee: nameOf(by), how: 'claimed', by });
  return null;
};

export const unclaimTask: Handler<CommandOf<'unclaimTask'>> = (x, { taskKey, by }) => {
  const { task, rejection } = findTask(x, taskKey);
  if (!task) return rejection;
  if (task.assignee !== undefined) x.emit({ type: 'task.assigned', key: task.key, elementId: task.elementId, assignee: null, how: 'unclaimed', by });
  return null;
};

export const assignTask: Handler<CommandOf<'assignTask'>> = (x, { taskKey, assignee, by }) => {
  const { task, rejection } = findTask(x, taskKey);
  if (!task) return rejection;
  x.emit({ type: 'task.assigned', key: task.key, elementId: task.elementId, assignee, how: 'assigned', by });
  return null;
};

/** The decision a human task asks for; null: none, it is simply done. */
type Decision = { readonly outcomes: readonly Outcome[]; readonly resultVariable: string };

function decisionOf(element: Node): Decision | null {
  if (element.type !== 'userTask' || !element.approval) return null;
  const { outcomes = DEFAULT_OUTCOMES, resultVariable = DEFAULT_RESULT_VARIABLE } = element.approval;
  return { outcomes, resultVariable };
}

type Completion = CommandOf<'completeTask'>;

function rejectOutcome(decision: Decision | null, { outcome, comment }: Completion): Rejection | null {
  if (!decision)
    return outcome === undefined
      ? null
      : reject('outcome-not-allowed', `Expected no outcome, because the task asks for no decision, but got “${outcome}”.`, { expected: [] });
  const expected = decision.outcomes.map(({ value }) => value);
  if (outcome === undefined) return reject('outcome-required', `Expected an outcome (${expected.join(', ')}), but there is none.`, { expected });
  const chosen = decision.outcomes.find(({ value }) => value === outcome);
  if (!chosen) return reject('outcome-not-allowed', `Expected one of ${expected.join(', ')}, but got “${outcome}”.`, { expected });
  if (chosen.commentRequired && !comment?.trim())
    return reject('comment-required', `Expected a comment, because “${chosen.label}” needs one, but there is none.`);
  return null;
}

export const completeTask: Handler<Completion> = (x, command) => {
  const { taskKey, outcome, comment, by } = command;
  const { task, rejection } = findTask(x, taskKey);
  if (!task) return rejection;
  const decision = decisionOf(x.process.process.node(task.elementId));
  const values = decision && outcome !== undefined ? { ...command.variables, [decision.resultVariable]: outcome } : command.variables;
  const refusal = rejectOutcome(decision, command) ?? rejectValues(x, values);
  if (refusal) return refusal;
  const said = { ...(outcome === undefined ? {} : { outcome }), ...(comment === undefined ? {} : { comment }) };
  x.emit({ type: 'task.completed', key: task.key, elementId: task.elementId, ...said, by });
  x.resume(x.nodeOf(task), task, { kind: 'task', values });
  return null;
};

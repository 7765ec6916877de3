import type { TaskDetail } from '@baton/contract';
import type { Process } from '@baton/model';
import type { Store, Task } from '@baton/store';
import { type Principal, viewerOf } from '../http/auth/principal.ts';
import { notFound } from '../http/http-problem.ts';
import { outgoing } from '../json.ts';
import { humanSteps } from './human-steps.ts';
import { publicTask } from './public-task.ts';
import { isMe, mayTake } from './task-rights.ts';

const MAX_SIBLINGS = 200;

/** One task with all that is needed to decide it. */
export async function taskDetailOf(store: Store, principal: Principal, task: Task): Promise<TaskDetail> {
  const { tenantId } = principal;
  const [process, variables, siblings, instance] = await Promise.all([
    store.processes.process({ tenantId, key: task.processKey, version: task.version }),
    store.tasks.variables({ tenantId, taskId: task.id }),
    store.tasks.list({ tenantId, viewer: viewerOf(principal), view: 'all', status: 'completed', instanceId: task.instanceId, limit: MAX_SIBLINGS }),
    store.instances.get({ tenantId, instanceId: task.instanceId }),
  ]);
  if (!process || !instance) throw notFound('task');

  const element = process.node(task.elementId);
  const { documentation = null } = element.type === 'process' ? {} : element;
  return {
    ...publicTask(task),
    documentation,
    form: element.type === 'userTask' ? (element.form ?? null) : null,
    variables: outgoing(variables ?? {}),
    steps: stepsOf(process, task, siblings.items),
    history: [
      { at: instance.startedAt, who: instance.startedBy, what: 'started', comment: null, elementId: null },
      ...siblings.items.filter(isDone).sort(byCompletion).map(decisionOf),
    ],
    may: rightsOf(principal, task),
  };
}

type Done = Task & { completedAt: string };
const isDone = (task: Task): task is Done => task.status === 'completed' && task.completedAt !== null;
const byCompletion = (left: Done, right: Done) => left.completedAt.localeCompare(right.completedAt);
const decisionOf = (task: Done) => ({
  at: task.completedAt,
  who: task.completedBy,
  what: task.outcomes.find(({ value }) => value === task.outcome)?.label ?? task.outcome ?? 'completed',
  comment: task.comment,
  elementId: task.elementId,
});

function stepsOf(process: Process, task: Task, siblings: readonly Task[]): TaskDetail['steps'] {
  const done = new Set(siblings.filter(isDone).map(({ elementId }) => elementId));
  const stateOf = (id: string) => (id === task.elementId ? 'current' : done.has(id) ? 'done' : 'ahead');
  const steps = humanSteps(process);
  const isOnTheWay = steps.some(({ id }) => id === task.elementId);
  const shown = isOnTheWay ? steps : [process.node(task.elementId)];
  return shown.map(({ id, name = id }) => ({ elementId: id, name, state: stateOf(id) }));
}

function rightsOf(principal: Principal, task: Task): TaskDetail['may'] {
  const isOpen = task.status === 'open' || task.status === 'claimed';
  const isMine = isMe(principal, task.assignee);
  const isAdministrator = principal.roles.includes('administrator');
  return {
    claim: isOpen && task.assignee === null && mayTake(principal, task),
    unclaim: isOpen && task.assignee !== null && (isMine || isAdministrator),
    assign: isOpen && principal.permissions.has('task:oversee'),
    complete: isOpen && (isMine || isAdministrator || (task.assignee === null && mayTake(principal, task))),
  };
}

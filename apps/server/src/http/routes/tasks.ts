import type { Task as ApiTask } from '@baton/contract';
import type { Json, Values } from '@baton/engine';
import { type Process, writableValues } from '@baton/model';
import { type ExecuteRequest, type Person, parseRowId, type Task } from '@baton/store';
import { publishedProcess } from '../../instances/published-process.ts';
import { incoming, outgoing } from '../../json.ts';
import type { Services } from '../../services.ts';
import { publicTask, publicTasks } from '../../tasks/public-task.ts';
import { taskAfter } from '../../tasks/task-after.ts';
import { taskDetailOf } from '../../tasks/task-detail.ts';
import { mayAssign, mayClaim, mayComplete, mayUnclaim } from '../../tasks/task-guards.ts';
import { visibleTask } from '../../tasks/task-rights.ts';
import { actorOf, type Principal, viewerOf } from '../auth/principal.ts';
import type { Handlers } from '../handler.ts';
import { HttpProblem, notFound } from '../http-problem.ts';
import type { Idempotency } from '../idempotency-key.ts';
import { problemOf } from '../refusals.ts';
import { checkedForm, checkedVariables } from './checked-values.ts';
import { keptWith } from './run-command.ts';

type Names = 'listTasks' | 'countTasks' | 'getTask' | 'claimTask' | 'unclaimTask' | 'assignTask' | 'completeTask' | 'getTaskDraft' | 'putTaskDraft';

export const taskHandlers = (services: Services): Pick<Handlers, Names> => {
  const { store } = services;
  return {
    listTasks: async ({ query, principal }) => {
      if (query.view === 'all' && !principal.permissions.has('task:oversee')) {
        throw new HttpProblem('not-allowed', 'Expected the permission task:oversee to see all tasks, but you do not have it.', {
          expected: { view: ['mine', 'candidate'] },
        });
      }
      return { body: publicTasks(await store.tasks.list({ tenantId: principal.tenantId, viewer: viewerOf(principal), ...query })) };
    },

    countTasks: async ({ principal }) => ({ body: await store.tasks.counts({ tenantId: principal.tenantId, viewer: viewerOf(principal) }) }),

    getTask: async ({ params, principal }) => ({ body: await taskDetailOf(store, principal, await visibleTask(store, principal, params.id)) }),

    claimTask: (call) => act(services, call, { guard: mayClaim, command: (taskKey, by) => ({ type: 'claimTask', taskKey, by }) }),

    unclaimTask: (call) => act(services, call, { guard: mayUnclaim, command: (taskKey, by) => ({ type: 'unclaimTask', taskKey, by }) }),

    assignTask: async (call) => {
      const person = await knownPerson(services, call.principal, call.body.assignee);
      const assignee = person?.userId ?? null;
      return act(services, call, {
        guard: mayAssign,
        people: person ? [person] : [],
        command: (taskKey, by) => ({ type: 'assignTask', taskKey, by, assignee }),
      });
    },

    completeTask: async (call) => {
      const { outcome, comment, variables = {} } = call.body;
      const given = {
        ...(outcome === undefined ? {} : { outcome }),
        ...(comment === undefined ? {} : { comment }),
      };
      return act(services, call, {
        guard: mayComplete,
        check: (process, task) => checkedInput(process, task, { principal: call.principal, values: incoming(variables) }),
        command: (taskKey, by, checked) => ({ type: 'completeTask', taskKey, by, variables: checked, ...given }),
      });
    },

    getTaskDraft: async ({ params, principal }) => {
      const { id } = await visibleTask(store, principal, params.id);
      const draft = await store.tasks.draft({ tenantId: principal.tenantId, taskId: id, userId: principal.id });
      return { body: { ...draft, variables: outgoing(draft.variables) } };
    },

    putTaskDraft: async ({ params, body, principal }) => {
      const { id } = await visibleTask(store, principal, params.id);
      const { comment = null } = body;
      return {
        body: await store.tasks.saveDraft({ tenantId: principal.tenantId, taskId: id, userId: principal.id, variables: incoming(body.variables), comment }),
      };
    },
  };
};

interface TaskCall {
  readonly params: { readonly id: string };
  readonly principal: Principal;
  readonly idempotency: Idempotency | undefined;
}

interface Action {
  readonly guard: typeof mayClaim;
  /** What the task's process says about what was sent; only asked while the task is open. */
  readonly check?: (process: Process, task: Task) => Values;
  /** Whom it may be given to by this, beside whoever asks. */
  readonly people?: readonly Person[];
  readonly command: (taskKey: string, by: ReturnType<typeof actorOf>, checked: Values) => ExecuteRequest['command'];
}

/** Looks, asks, does: the right is asked again inside the batch, so that of several at once exactly one wins. */
async function act(
  services: Services,
  { params, principal, idempotency }: TaskCall,
  { guard, check, people = [], command }: Action,
): Promise<{ body: ApiTask }> {
  const { store } = services;
  const task = await visibleTask(store, principal, params.id);
  const { instanceId, key } = partsOf(task);
  const known = [actorOf(principal), ...people];
  const isOpen = task.status === 'open' || task.status === 'claimed';
  const checked = check && isOpen ? check(await publishedProcess(store, principal.tenantId, task.processKey, task.version), task) : {};
  const result = await store.runtime.execute({
    tenantId: principal.tenantId,
    instanceId,
    command: command(key, actorOf(principal), checked),
    guard: guard(principal, task),
    ...keptWith(principal, idempotency, (done): Json => taskAfter(task, known, done)),
  });
  if (result.ok) return { body: publicTask(result.replayed ? (result.answer as Task) : taskAfter(task, known, result)) };
  const mayBeClosed = CLOSED.has(result.code);
  throw (mayBeClosed && (await closedProblem(services, principal, task.id))) || problemOf(result);
}

const CLOSED: ReadonlySet<string> = new Set(['task-already-completed', 'task-not-found', 'instance-not-active']);

function partsOf(task: Task) {
  const parts = parseRowId(task.id);
  if (!parts) throw notFound('task');
  return parts;
}

/** Why a command on a closed task was refused: what became of it, through whom and when. */
async function closedProblem({ store }: Services, { tenantId }: Principal, taskId: string): Promise<HttpProblem | null> {
  const task = await store.tasks.get({ tenantId, taskId });
  if (task?.status === 'cancelled')
    return new HttpProblem('task-cancelled', 'Expected an open task, but the process took it back.', {
      current: { status: 'cancelled', cancelledAt: task.completedAt },
    });
  if (task?.status !== 'completed') return null;
  const { completedBy, completedAt, outcome } = task;
  return new HttpProblem('task-already-completed', `Expected an open task, but ${completedBy?.name ?? 'somebody'} completed it.`, {
    current: { completedBy: completedBy && { ...completedBy }, completedAt, outcome },
  });
}

/**
 * What may be written: the form's fields, or any variables if the task has no form. A program may send other variables
 * beside the form's, as a worker does: it knows the process, and nobody filled the form in by hand.
 */
function checkedInput(process: Process, task: Task, { principal, values }: { principal: Principal; values: Values }): Values {
  const element = process.node(task.elementId);
  const form = element.type === 'userTask' ? element.form : undefined;
  if (!form) return checkedVariables(process, values);
  if (principal.userId !== null) return checkedVariables(process, writableValues(form, checkedForm(form, values)));
  const asked = new Set(form.fields.filter((field) => !field.readOnly).map((field) => field.key));
  checkedForm(form, Object.fromEntries(Object.entries(values).filter(([name]) => asked.has(name))));
  return checkedVariables(process, values);
}

/** By id, e-mail address or name; kept as the id. */
async function knownPerson({ store }: Services, { tenantId }: Principal, identity: string | null): Promise<Person | null> {
  if (identity === null) return null;
  const known = (await store.people.names({ tenantId, identities: [identity] })).get(identity);
  if (known) return { userId: known.id, name: known.name };
  throw new HttpProblem('request-invalid', `Expected the id or e-mail address of a user as assignee, but nobody is called ${JSON.stringify(identity)}.`, {
    expected: { assignee: 'id or e-mail address of a user, or null' },
  });
}

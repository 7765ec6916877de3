import type { Effect } from '@baton/engine';
import { type CommittedChange, rowIdOf, type Store, type Task } from '@baton/store';
import type { Hint } from './audience.ts';

const MAX_REMEMBERED = 20_000;

interface People {
  readonly people: readonly string[];
  readonly groups: readonly string[];
}

type TaskEffect = Extract<Effect, { kind: 'task.open' | 'task.assign' | 'task.close' }>;
const isTaskEffect = (effect: Effect): effect is TaskEffect => effect.kind === 'task.open' || effect.kind === 'task.assign' || effect.kind === 'task.close';

/** Whom a change of a task concerns: all who were named on it since it was opened, so that it also leaves the lists it is no longer for. */
export class TaskPeople {
  readonly #tasks: Store['tasks'];
  readonly #remembered = new Map<string, People>();

  constructor(tasks: Store['tasks']) {
    this.#tasks = tasks;
  }

  async hintsOf(changes: readonly CommittedChange[]): Promise<Hint[]> {
    const hints: Hint[] = [];
    for (const change of changes) for (const effect of change.effects.filter(isTaskEffect)) hints.push(await this.#hintOf(change, effect));
    return hints;
  }

  async #hintOf({ tenantId, instanceId, processKey }: CommittedChange, effect: TaskEffect): Promise<Hint> {
    const id = rowIdOf(instanceId, effect.key);
    const before = this.#remembered.get(id) ?? (effect.kind === 'task.open' ? nobody : peopleOf(await this.#tasks.get({ tenantId, taskId: id })));
    const concerned = merged(before, namedIn(effect));
    this.#remembered.delete(id);
    if (effect.kind !== 'task.close') this.#remembered.set(id, concerned);
    if (this.#remembered.size > MAX_REMEMBERED) this.#remembered.delete(this.#remembered.keys().next().value ?? '');
    return { tenantId, change: { type: 'task.changed', id, processKey }, ...concerned };
  }
}

const nobody: People = { people: [], groups: [] };
const merged = (left: People, right: People): People => ({
  people: [...new Set([...left.people, ...right.people])],
  groups: [...new Set([...left.groups, ...right.groups])],
});

function namedIn(effect: TaskEffect): People {
  if (effect.kind === 'task.assign') return { people: effect.assignee === null ? [] : [effect.assignee], groups: [] };
  if (effect.kind === 'task.close') return { people: effect.by?.userId === undefined ? [] : [effect.by.userId], groups: [] };
  const { assignee, candidateUsers = [], candidateGroups = [] } = effect;
  return { people: [...candidateUsers, ...(assignee === undefined ? [] : [assignee])], groups: candidateGroups };
}

function peopleOf(task: Task | null): People {
  if (!task) return nobody;
  const assignee = task.assignee ? [task.assignee.userId ?? task.assignee.name] : [];
  return { people: [...task.candidateUsers, ...assignee], groups: task.candidateGroups };
}

import type { Effect, EngineEvent } from '@baton/engine';
import { type Committed, type Person, parseRowId, type Task } from '@baton/store';

/** The task as it is after a command on it, out of the row before and what the command did: what is answered, also on a repeat. `people`: those it may be given to. */
export function taskAfter(task: Task, people: readonly Person[], { effects, events }: Pick<Committed, 'effects' | 'events'>): Task {
  const key = parseRowId(task.id)?.key;
  const mine = effects.filter((effect) => 'key' in effect && effect.key === key);
  return mine.reduce((before, effect) => afterEffect(before, people, effect, timeOf(events)), task);
}

function afterEffect(task: Task, people: readonly Person[], effect: Effect, at: string): Task {
  if (effect.kind === 'task.assign') {
    const assignee = effect.assignee === null ? null : personOf(effect.assignee, people);
    return { ...task, assignee, status: effect.assignee !== null && effect.claimed ? 'claimed' : 'open' };
  }
  if (effect.kind !== 'task.close') return task;
  const { status, outcome = null, comment = null, by = null } = effect;
  return { ...task, status, outcome, comment, completedBy: by, completedAt: at };
}

const personOf = (assignee: string, people: readonly Person[]): Person => people.find(({ userId }) => userId === assignee) ?? { name: assignee };
const timeOf = (events: readonly EngineEvent[]) => new Date(events[0]?.at ?? 0).toISOString();

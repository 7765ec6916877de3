import type { Task as ApiTask, Page } from '@baton/contract';
import type { Task } from '@baton/store';
import { outgoingJson } from '../json.ts';

export const publicTask = (task: Task): ApiTask => ({ ...task, keyFacts: task.keyFacts.map((fact) => ({ ...fact, value: outgoingJson(fact.value) })) });

export const publicTasks = ({ items, nextCursor }: Page<Task>): Page<ApiTask> => ({ items: items.map(publicTask), nextCursor });

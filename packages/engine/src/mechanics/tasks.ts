import { addDuration, parseInstant } from '@baton/expressions';
import type { ElementOf } from '@baton/model';
import type { CompiledNode } from '../compiled-process.ts';
import type { Key, TaskAssignment } from '../event.ts';
import type { Execution } from '../execution.ts';
import type { Json } from '../json.ts';
import { fail, type Result, succeed } from '../result.ts';
import { text } from './expressions.ts';

export type Assignment = TaskAssignment & { readonly priority?: number; readonly dueAt?: number; readonly followUpAt?: number };
type Part = (x: Execution, node: CompiledNode, scope: Key) => Result<Assignment>;
type UserTask = ElementOf<'userTask'>;

const NOTHING: Result<Assignment> = succeed({});
const nothing: Part = () => NOTHING;

/** Reads who is asked and until when, once; gives the assignment each time a task is opened. */
export function assignmentOf(task: UserTask): Part {
  const parts = [
    one('assignee', task.assignee, person, (assignee) => ({ assignee })),
    names('candidateUsers', task.candidateUsers, (candidateUsers) => ({ candidateUsers })),
    names('candidateGroups', task.candidateGroups, (candidateGroups) => ({ candidateGroups })),
    one('priority', task.priority === undefined ? undefined : String(task.priority), priority, (value) => ({ priority: value })),
    one('dueDate', task.dueDate, instant, (dueAt) => ({ dueAt })),
    one('followUpDate', task.followUpDate, instant, (followUpAt) => ({ followUpAt })),
  ].filter((part) => part !== nothing);
  return (x, node, scope) => {
    let assignment: Assignment = {};
    for (const part of parts) {
      const result = part(x, node, scope);
      if (!result.ok) return { ok: false, failure: { ...result.failure, code: 'assignment-invalid' } };
      assignment = { ...assignment, ...result.value };
    }
    return succeed(assignment);
  };
}

type Reading<T> = { readonly value: T } | { readonly expected: string };
type Reader<T> = (value: Json, now: number) => Reading<T>;

function one<T>(property: string, setting: string | undefined, read: Reader<T>, part: (value: T) => Assignment): Part {
  if (setting === undefined || setting.trim() === '') return nothing;
  const value = text(setting.trim());
  return (x, node, scope) => {
    const result = value(x, node, scope);
    if (!result.ok) return result;
    if (result.value === null || result.value === '') return NOTHING;
    const reading = read(result.value, x.now);
    if ('value' in reading) return succeed(part(reading.value));
    return fail('assignment-invalid', `Expected ${reading.expected} as ${property} of “${node.label}”, but got ${JSON.stringify(result.value)}.`, setting);
  };
}

const person: Reader<string> = (value) =>
  typeof value === 'string' || typeof value === 'number' ? { value: String(value) } : { expected: 'the name of one person' };

const priority: Reader<number> = (value) => {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && number >= 0 && number <= 100 ? { value: Math.round(number) } : { expected: 'a number from 0 to 100' };
};

/** A date and time, or a duration from now. */
const instant: Reader<number> = (value, now) => {
  if (typeof value !== 'string') return { expected: 'an ISO 8601 date, date and time or duration' };
  const due = value.startsWith('P') ? addDuration(now, value) : parseInstant(value);
  return due.ok ? { value: due.value } : { expected: 'an ISO 8601 date, date and time or duration' };
};

const people: Reader<string[]> = (value) => {
  const items: readonly Json[] = Array.isArray(value) ? value : [value];
  const texts = items.filter((item) => item !== null && item !== '');
  return texts.every((item) => typeof item === 'string' || typeof item === 'number') ? { value: texts.map(String) } : { expected: 'names in a list' };
};

function names(property: string, setting: string | readonly string[] | undefined, part: (names: string[]) => Assignment): Part {
  const settings = typeof setting === 'string' ? [setting] : (setting ?? []);
  if (settings.length === 0) return nothing;
  return (x, node, scope) => {
    const all = new Set<string>();
    const collect = (found: readonly string[]) => {
      for (const name of found) all.add(name);
      return {};
    };
    for (const name of settings) {
      const result = one(property, name, people, collect)(x, node, scope);
      if (!result.ok) return result;
    }
    return all.size ? succeed(part([...all])) : NOTHING;
  };
}

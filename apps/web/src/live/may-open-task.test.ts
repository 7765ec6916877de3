import { describe, expect, it } from 'vitest';
import { mayOpenTask } from './may-open-task.ts';

const anna = { id: 'u1', name: 'Anna Berg', email: 'anna@example.org', groups: ['finance'], permissions: [] };
const task: Parameters<typeof mayOpenTask>[1] = { kind: 'person', taskId: 't1', assignee: null, candidateUsers: [], candidateGroups: [], dueAt: null };

describe('a task may be opened', () => {
  it('by whoever has it, and then by no other candidate', () => {
    expect(mayOpenTask(anna, { ...task, assignee: { userId: 'u1', name: 'Anna Berg' } })).toBe(true);
    expect(mayOpenTask(anna, { ...task, assignee: { userId: 'u2', name: 'Lee' }, candidateGroups: ['finance'] })).toBe(false);
  });

  it('by candidates, themselves or by group', () => {
    expect(mayOpenTask(anna, { ...task, candidateUsers: ['anna@example.org'] })).toBe(true);
    expect(mayOpenTask(anna, { ...task, candidateGroups: ['legal', 'finance'] })).toBe(true);
    expect(mayOpenTask(anna, { ...task, candidateGroups: ['legal'] })).toBe(false);
  });

  it('by whoever oversees tasks', () => {
    expect(mayOpenTask({ ...anna, permissions: ['task:oversee'] }, task)).toBe(true);
  });
});

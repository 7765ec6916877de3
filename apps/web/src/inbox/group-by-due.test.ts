import { expect, it } from 'vitest';
import { aTask } from './a-task.test-data.ts';
import { groupByDone, groupByDue, inListOrder } from './group-by-due.ts';

/** Monday the 16th, 14:03 on the wall. */
const now = new Date(2026, 10, 16, 14, 3);
const at = (day: number, hour = 12) => new Date(2026, 10, day, hour).toISOString();
const seen = (groups: ReturnType<typeof groupByDue>) => groups.map(({ title, tasks }) => [title, ...tasks.map(({ id }) => id)]);

it('groups by due, and shows no empty group', () => {
  const tasks = [
    aTask('none'),
    aTask('next-monday', { dueAt: at(23) }),
    aTask('sunday', { dueAt: at(22) }),
    aTask('tomorrow', { dueAt: at(17) }),
    aTask('tonight', { dueAt: at(16, 18) }),
    aTask('noon', { dueAt: at(16, 12) }),
  ];

  expect(seen(groupByDue(tasks, now))).toEqual([
    ['Overdue', 'noon'],
    ['Today', 'tonight'],
    ['This week', 'tomorrow', 'sunday'],
    ['Later', 'next-monday'],
    ['No date', 'none'],
  ]);
});

it('puts what is due tomorrow under Later on a Sunday, for the week is over', () => {
  expect(seen(groupByDue([aTask('monday', { dueAt: at(23) })], new Date(2026, 10, 22, 10)))).toEqual([['Later', 'monday']]);
});

it('orders by due, then importance, then age', () => {
  const tasks = [
    aTask('young'),
    aTask('old', { createdAt: '2026-11-01T08:00:00.000Z' }),
    aTask('important', { priority: 90 }),
    aTask('due-late', { dueAt: at(18, 18) }),
    aTask('due-early', { dueAt: at(18, 9) }),
  ];

  expect(inListOrder(groupByDue(tasks, now)).map(({ id }) => id)).toEqual(['due-early', 'due-late', 'important', 'old', 'young']);
});

it('groups what is done by the day, the last first', () => {
  const tasks = [
    aTask('earlier', { completedAt: at(9) }),
    aTask('morning', { completedAt: at(16, 9) }),
    aTask('noon', { completedAt: at(16, 12) }),
    aTask('yesterday', { completedAt: at(15) }),
  ];

  expect(seen(groupByDone(tasks, now))).toEqual([
    ['Today', 'noon', 'morning'],
    ['Yesterday', 'yesterday'],
    ['Earlier', 'earlier'],
  ]);
});

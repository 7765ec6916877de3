import { expect, it } from 'vitest';
import { taskIdIn } from './fetch-ahead.ts';

it('knows a task by its address, and nothing else', () => {
  expect(taskIdIn('/t/01a2_e4')).toBe('01a2_e4');
  expect(taskIdIn('/t/a%20b')).toBe('a b');
  expect(taskIdIn('/t/')).toBeUndefined();
  expect(taskIdIn('/inbox/01a2_e4')).toBeUndefined();
});

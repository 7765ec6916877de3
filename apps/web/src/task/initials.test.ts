import { expect, it } from 'vitest';
import { initialsOf } from './initials.ts';

it.each([
  ['Anna Meyer', 'AM'],
  ['Lee', 'L'],
  ['Maria de la Cruz', 'MC'],
  ['', '?'],
])('shortens %j to %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

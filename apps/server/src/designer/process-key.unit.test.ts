import { idSchema } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { keysFor, slugOf } from './process-key.ts';

describe('the key of a new process', () => {
  it.each([
    ['Leave request', 'leave-request'],
    ['Überstunden (2026)', 'uberstunden-2026'],
    ['  3 Angebote  ', 'angebote'],
    ['请假', 'process'],
    ['x'.repeat(200), 'x'.repeat(60)],
  ])('is made of its name: %s', (name, key) => {
    expect(slugOf(name)).toBe(key);
    expect(idSchema.safeParse(slugOf(name)).success).toBe(true);
  });

  it('gets a number while it is taken', () => {
    const keys = keysFor('Leave request');

    expect([keys.next().value, keys.next().value, keys.next().value]).toEqual(['leave-request', 'leave-request-2', 'leave-request-3']);
  });
});

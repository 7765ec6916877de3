import { describe, expect, it } from 'vitest';
import { isInstanceId, newId } from './ids.ts';

describe('a new id', () => {
  it('sorts after every earlier one, however many a millisecond brings', () => {
    const ids = Array.from({ length: 20_000 }, () => newId(1_700_000_000_000));

    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every(isInstanceId)).toBe(true);
  });

  it('sorts after the earlier ones when the clock goes back', () => {
    const before = newId(1_800_000_000_000);

    expect(newId(1_799_999_000_000) > before).toBe(true);
  });
});

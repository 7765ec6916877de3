import { describe, expect, it } from 'vitest';
import { emptyDecision } from './decision-grid.ts';
import { HIT_POLICIES, policyOf, withPolicy } from './hit-policies.ts';

describe('which rule counts', () => {
  it.each(HIT_POLICIES)('$label is read as it was written', ({ value }) => {
    expect(policyOf(withPolicy(emptyDecision(), value))).toBe(value);
  });

  it('keeps nothing of a sum when it is the first match again', () => {
    expect(withPolicy(withPolicy(emptyDecision(), 'sum'), 'first')).toEqual(emptyDecision());
  });
});

import { parseExpression } from '@baton/expressions';
import { describe, expect, it } from 'vitest';
import { isPlainFormula } from './plain-formula.ts';

describe('a formula plain enough to be sound without FEEL', () => {
  const plain = ['initiator', 'amount > 1000', 'outcome = "approved"', 'order.total<=99.5', 'isUrgent = true', ' days != -1 '];

  it.each(plain)('%s is, and FEEL agrees', (source) => {
    expect(isPlainFormula(source)).toBe(true);
    expect(parseExpression(source).ok).toBe(true);
  });

  it.each(['amount >', 'if', 'a and b', 'not', 'sum(list)', 'a = "open', '1 +', 'for x in', 'return', '', 'a > > 1'])('%s has to be looked at', (source) => {
    expect(isPlainFormula(source)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { formatMoney, formatNumber, moneyText, parseNumber } from './number-text.ts';

describe('parseNumber', () => {
  it.each([
    ['1,234.50', 'en', 1234.5],
    ['1234.5', 'en', 1234.5],
    ['1.234,50', 'de', 1234.5],
    ['1.234', 'de', 1234],
    ['1.234.567', 'de', 1_234_567],
    ['1 234,5', 'fr', 1234.5],
    ['1’234.50', 'de-CH', 1234.5],
    ['-12', 'en', -12],
    ['\u221212', 'en', -12],
    ['.5', 'en', 0.5],
    ['1,23,456', 'en-IN', 123_456],
    ['4,860.00 EUR', 'en', 4860],
    ['€ 12', 'en', 12],
  ])('reads %s in %s', (typed, locale, expected) => {
    expect(parseNumber(typed, locale)).toBe(expected);
  });

  it('takes a point as the decimal where it can not group thousands', () => {
    expect(parseNumber('12.5', 'de')).toBe(12.5);
    expect(parseNumber('12,5', 'en')).toBe(12.5);
    expect(parseNumber('1.200,5', 'en')).toBe(1200.5);
    expect(parseNumber('1,200.5', 'de')).toBe(1200.5);
  });

  it.each(['', '.', '-', '1,2,3', '1.200,5,', '1,200.5.1', 'ten', '12a', '1.2.3', '--1', '1e5', 'Infinity'])('refuses %j', (typed) => {
    expect(parseNumber(typed, 'en')).toBeUndefined();
  });
});

describe('formatMoney', () => {
  it('shows as many decimals as the currency has', () => {
    expect(formatMoney(4860, 'en', 'EUR')).toBe('4,860.00');
    expect(formatMoney(4860, 'en', 'JPY')).toBe('4,860');
    expect(formatMoney(4860, 'de', 'EUR')).toBe('4.860,00');
  });

  it('hides nothing of a finer amount', () => {
    expect(formatMoney(0.125, 'en', 'EUR')).toBe('0.125');
  });

  it('reads back what it wrote', () => {
    for (const locale of ['en', 'de', 'fr', 'de-CH', 'sv']) expect(parseNumber(formatMoney(1_234_567.89, locale, 'EUR'), locale)).toBe(1_234_567.89);
  });
});

it('writes the unit after the amount', () => {
  expect(moneyText(12, 'en', 'EUR')).toBe('12.00 EUR');
  expect(moneyText(12, 'en')).toBe('12.00');
  expect(formatNumber(1234.5, 'en')).toBe('1,234.5');
});

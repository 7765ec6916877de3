import type { Incident } from '@baton/contract';
import { describe, expect, it } from 'vitest';
import { fingerprint, groupByCause } from './group-by-cause.ts';
import { perHour, trendOf } from './trend.ts';

const incident = (id: string, message: string, more: Partial<Incident> = {}): Incident => ({
  id,
  instanceId: `i-${id}`,
  processKey: 'invoice',
  processName: 'Invoice approval',
  version: 7,
  businessKey: null,
  elementId: 'post',
  elementName: 'Post invoice',
  code: 'job-failed',
  message,
  status: 'open',
  raisedAt: '2026-11-23T10:00:00.000Z',
  resolvedAt: null,
  ...more,
});

describe('causes', () => {
  it('puts messages together that differ only in ids, numbers and quoted values', () => {
    const causes = groupByCause([
      incident('1', 'HTTP 503, request 019a0000-0000-7000-8000-000000000001 for "Kestrel"'),
      incident('2', 'HTTP 500,  request 019a0000-0000-7000-8000-0000000000ff for "Norfeld"'),
    ]);

    expect(causes).toHaveLength(1);
    expect(causes[0]?.incidents.map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('keeps other steps, codes and processes apart', () => {
    const causes = groupByCause([
      incident('1', 'no'),
      incident('2', 'no', { elementId: 'pay' }),
      incident('3', 'no', { code: 'x' }),
      incident('4', 'no', { processKey: 'leave' }),
    ]);

    expect(causes).toHaveLength(4);
  });

  it('puts the one with most instances first and tells from when to when', () => {
    const causes = groupByCause([
      incident('1', 'rare', { raisedAt: '2026-11-23T12:00:00.000Z' }),
      incident('2', 'often', { raisedAt: '2026-11-23T09:00:00.000Z', version: 6 }),
      incident('3', 'often', { raisedAt: '2026-11-23T11:00:00.000Z' }),
    ]);

    expect(causes.map(({ message }) => message)).toEqual(['often', 'rare']);
    expect(causes[0]).toMatchObject({ firstAt: '2026-11-23T09:00:00.000Z', lastAt: '2026-11-23T11:00:00.000Z', versions: [6, 7] });
  });

  it('have an id that stays when more of the same come in', () => {
    const [before] = groupByCause([incident('1', 'HTTP 503')]);
    const [after] = groupByCause([incident('2', 'HTTP 503'), incident('1', 'HTTP 503')]);

    expect(after?.id).toBe(before?.id);
  });

  it('see through spaces and case in a message', () => {
    expect(fingerprint('  Field   "a" is\nEmpty ')).toBe('field * is empty');
  });
});

describe('the trend of a cause', () => {
  const now = Date.parse('2026-11-23T12:00:00.000Z');
  const at = (minutesAgo: number) => ({ raisedAt: new Date(now - minutesAgo * 60_000).toISOString() });

  it('counts by hour, the oldest first, and leaves out what is older', () => {
    expect(perHour([at(1), at(30), at(61), at(179), at(4000)], now, 3)).toEqual([1, 1, 2]);
  });

  it('compares the last hour with the one before', () => {
    expect([trendOf([0, 1, 2]), trendOf([0, 2, 2]), trendOf([5, 2, 0])]).toEqual(['rising', 'steady', 'falling']);
  });
});

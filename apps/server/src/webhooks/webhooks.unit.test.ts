import { describe, expect, it } from 'vitest';
import { messageOf } from './message-of.ts';
import { sealedSecrets } from './sealed-secret.ts';
import { isSigned, sign } from './signature.ts';

const body = Buffer.from('{"order":"A1"}');
const now = Date.parse('2026-03-02T12:00:00Z');

describe('a signature', () => {
  const signature = sign('secret', body, now);

  it('holds for that body, secret and time, and five minutes around it', () => {
    expect(isSigned(signature, { secret: 'secret', body, nowMs: now })).toBe(true);
    expect(isSigned(signature, { secret: 'secret', body, nowMs: now + 300_000 })).toBe(true);
    expect(isSigned(signature, { secret: 'secret', body, nowMs: now + 301_000 })).toBe(false);
    expect(isSigned(signature, { secret: 'secret', body, nowMs: now - 301_000 })).toBe(false);
    expect(isSigned(signature, { secret: 'other', body, nowMs: now })).toBe(false);
    expect(isSigned(signature, { secret: 'secret', body: Buffer.from('{}'), nowMs: now })).toBe(false);
  });

  it.each([undefined, '', 't=,v1=', ['t=1,v1=2'], `${signature} `, signature.replace('t=', 't=1'), signature.toUpperCase()])('is not %j', (header) => {
    expect(isSigned(header, { secret: 'secret', body, nowMs: now })).toBe(false);
  });
});

describe('a sealed secret', () => {
  it('opens with the key it was sealed with, and with no other', () => {
    const sealed = sealedSecrets('one').seal('text');

    expect(sealed).not.toContain('text');
    expect(sealedSecrets('one').open(sealed)).toBe('text');
    expect(sealedSecrets('two').open(sealed)).toBeNull();
    expect(sealedSecrets('one').open(`${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`)).toBeNull();
    expect(sealedSecrets('one').seal('text')).not.toBe(sealed);
  });
});

describe('a message of a request', () => {
  const read = (texts: Partial<Parameters<typeof messageOf>[0]>) =>
    messageOf({ correlationKey: null, messageId: null, variables: {}, ...texts }, { body: { order: 7, lines: [1, 2] }, headers: { 'x-id': 'd1' }, now });

  it('is read by FEEL or said outright; a number counts as its digits', () => {
    expect(read({ correlationKey: '=body.order', messageId: '=get value(headers, "x-id")', variables: { lines: '=body.lines', from: 'shop' } })).toEqual({
      correlationKey: '7',
      messageId: 'd1',
      variables: { lines: [1, 2], from: 'shop' },
    });
    expect(read({})).toEqual({ correlationKey: '', messageId: undefined, variables: {} });
  });

  it.each(['=body.lines', '=body.nothing', '=1 +', '=""', `=string join(for i in 1..300 return "x", "")`])('refuses %s as its key', (correlationKey) => {
    expect(() => read({ correlationKey })).toThrow(/^Expected/);
  });
});

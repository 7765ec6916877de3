import { describe, expect, it } from 'vitest';
import { HttpProblem } from '../http-problem.ts';
import { parseJson } from './parse-json.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const refusalOf = (input: Uint8Array): HttpProblem => {
  try {
    parseJson(input);
  } catch (error) {
    if (error instanceof HttpProblem) return error;
    throw error;
  }
  throw new Error('Expected a refusal, but it was accepted.');
};

describe('JSON of a request', () => {
  it('is read as it is', () => {
    expect(parseJson(bytes('{"a":[1,{"b":"\\u00e4"}],"c":null}'))).toEqual({ a: [1, { b: 'ä' }], c: null });
  });

  it.each([
    ['{"a":1,}', 7],
    ['{"a":1', 6],
    ['{a:1}', 1],
    ['hello', 0],
    ['[1, 2, oops]', 7],
  ])('says where %s breaks', (text, position) => {
    const refusal = refusalOf(bytes(text));

    expect(refusal.code).toBe('json-invalid');
    expect(refusal.message).toContain(`position ${position}`);
  });

  it('refuses a key that is there twice, in whatever spelling', () => {
    expect(refusalOf(bytes('{"amount":1,"x":{"amount":2},"\\u0061mount":3}')).message).toContain('"amount" is there twice');
  });

  it('lets the same key be in two objects', () => {
    expect(parseJson(bytes('[{"a":1},{"a":{"a":2}}]'))).toEqual([{ a: 1 }, { a: { a: 2 } }]);
  });

  it.each([
    ['keys that reach into prototypes', '{"x":{"__proto__":{"admin":true}}}'],
    ['the character U+0000, which the database cannot keep', '{"x":"a\\u0000b"}'],
    ['half a surrogate pair', '{"x":"\\ud800"}'],
    ['numbers no double can hold', '{"x":1e999}'],
    ['nesting without end', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ])('refuses %s', (_what, text) => {
    expect(refusalOf(bytes(text)).code).toBe('json-invalid');
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(refusalOf(new Uint8Array([0x22, 0xff, 0x22])).message).toContain('UTF-8');
  });
});

import { describe, expect, it } from 'vitest';
import { refuseForeignOrigin } from './same-origin.ts';

const publicUrl = 'https://baton.example.com';
const post = (headers: Record<string, string>) => () => refuseForeignOrigin('POST', headers, publicUrl);

describe('a call that a cookie authorises', () => {
  it('may come from our own pages', () => {
    expect(post({ origin: 'https://baton.example.com' })).not.toThrow();
    expect(post({ origin: 'http://localhost:3000', host: 'localhost:3000' })).not.toThrow();
    expect(post({ 'sec-fetch-site': 'same-origin' })).not.toThrow();
  });

  it.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'https://baton.example.com.evil.example', host: 'baton.example.com' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('is refused from elsewhere: %o', (headers) => {
    expect(post(headers)).toThrow('Expected a request from a page of this address');
  });

  it('may read from anywhere a link leads', () => {
    expect(() => refuseForeignOrigin('GET', { origin: 'https://evil.example' }, publicUrl)).not.toThrow();
  });
});

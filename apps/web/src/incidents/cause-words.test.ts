import { expect, it } from 'vitest';
import { causeWords } from './cause-words.ts';

it('says what the worker said first', () => {
  const message = 'Expected “Post to ledger” to be done, but its job failed and no try is left: 503 Service Unavailable\nPOST /ledger\n{ "code": 1 }';

  expect(causeWords(message)).toEqual({ headline: '503 Service Unavailable', rest: 'POST /ledger\n{ "code": 1 }' });
});

it('leaves other sentences as they are', () => {
  const message = 'Expected one way out of “Amount?” to be true, but none is and there is no default.';

  expect(causeWords(message)).toEqual({ headline: message, rest: '' });
});

it('says that nothing was said when a worker gave no reason', () => {
  const message = 'Expected “Pay” to be done, but its job failed and no try is left: ';

  expect(causeWords(message)).toEqual({ headline: message, rest: '' });
});

import { expect, it } from 'vitest';
import { retryEach } from './retry-each.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const never = () => false;

it('tries all, at most four at a time', async () => {
  let atOnce = 0;
  let most = 0;
  const retry = async () => {
    most = Math.max(most, ++atOnce);
    await new Promise((resolve) => setTimeout(resolve, 1));
    atOnce--;
  };

  const result = await retryEach(numbers(11), { retry, isDone: never, isStopped: never, onProgress: () => {} });

  expect(result).toMatchObject({ done: 11, failed: 0, of: 11 });
  expect(most).toBe(4);
});

it('counts what somebody else has done as done, and goes on after a failure', async () => {
  const retry = async (item: number) => {
    if (item === 1) throw new Error('already');
    if (item === 2) throw new Error('broken');
  };

  const result = await retryEach(numbers(5), {
    retry,
    isDone: (error) => error instanceof Error && error.message === 'already',
    isStopped: never,
    onProgress: () => {},
  });

  expect(result).toMatchObject({ done: 4, failed: 1, of: 5 });
});

it('stops with what is under way', async () => {
  let tried = 0;

  const result = await retryEach(numbers(100), { retry: async () => void tried++, isDone: never, isStopped: () => tried >= 8, onProgress: () => {} });

  expect(result.done).toBeLessThan(20);
  expect(result.done).toBe(tried);
});

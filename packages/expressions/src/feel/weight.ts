import { LIMITS } from '../limits.ts';

/** Characters of text that cost as much as one step. */
const TEXT_PER_STEP = 64;

/** How much work it is to walk through a value once, in steps: every item and entry is one, long texts are more. Stops counting where nobody may go. */
export function weightOf(value: unknown): number {
  let weight = 0;
  const weigh = (part: unknown): void => {
    weight += typeof part === 'string' ? 1 + weightOfText(part) : 1;
    if (typeof part !== 'object' || part === null || weight > LIMITS.steps) return;
    if (!Array.isArray(part) && Object.getPrototypeOf(part) !== Object.prototype) return;
    for (const inner of Array.isArray(part) ? part : Object.values(part)) {
      weigh(inner);
      if (weight > LIMITS.steps) return;
    }
  };
  weigh(value);
  return weight;
}

export const weightOfText = (text: string): number => Math.floor(text.length / TEXT_PER_STEP);

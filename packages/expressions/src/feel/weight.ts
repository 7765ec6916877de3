import { LIMITS } from '../limits.ts';

/** Characters of text that cost as much as one step. */
const TEXT_PER_STEP = 64;

/**
 * How much work it is to walk through a value once, in steps: every item and entry is one, long texts are more. What is in a value twice
 * counts twice. Stops counting where nobody may go.
 */
export function weightOf(value: unknown): number {
  let weight = 0;
  const rest: unknown[] = [value];
  while (rest.length > 0 && weight <= LIMITS.steps) {
    const part = rest.pop();
    weight += typeof part === 'string' ? 1 + weightOfText(part) : 1;
    if (Array.isArray(part)) weight += put(rest, part, weight);
    else if (typeof part === 'object' && part !== null && Object.getPrototypeOf(part) === Object.prototype) weight += put(rest, Object.values(part), weight);
  }
  return weight;
}

/** Too many to look at: their number says enough. */
function put(rest: unknown[], parts: readonly unknown[], weight: number): number {
  if (weight + rest.length + parts.length > LIMITS.steps) return LIMITS.steps;
  for (const part of parts) rest.push(part);
  return 0;
}

export const weightOfText = (text: string): number => Math.floor(text.length / TEXT_PER_STEP);

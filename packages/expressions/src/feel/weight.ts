/** Characters of text that cost as much as one step. */
const TEXT_PER_STEP = 64;

/** How much work it is to walk through a value once, in steps: every item and entry is one, long texts are more. */
export function weightOf(value: unknown): number {
  if (typeof value === 'string') return 1 + weightOfText(value);
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + weightOf(item), 1);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return 1;
  return Object.values(value).reduce<number>((sum, entry) => sum + weightOf(entry), 1);
}

export const weightOfText = (text: string): number => Math.floor(text.length / TEXT_PER_STEP);

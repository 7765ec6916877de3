import { z } from 'zod';
import { text } from '../text.ts';

export const DEFAULT_RETRIES = 3;

/** Work for a worker that asks for jobs of this type. */
export const jobSchema = z.strictObject({
  type: text(),
  retries: z.union([z.int().min(0).max(100), text()]).optional(),
  headers: z.record(z.string().max(200), text()).optional(),
});

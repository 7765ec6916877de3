import { z } from 'zod';
import { loopSchema } from '../loop.ts';

/** What every activity may have beside its own (BPMN 2.0.2, 10.3). */
export const activityShape = {
  loop: loopSchema.optional(),
  /** Tokens it takes to begin; default 1. */
  startQuantity: z.int().min(1).max(1_000_000).optional(),
  /** Tokens it gives on each way out; default 1. */
  completionQuantity: z.int().min(1).max(1_000).optional(),
  /** Runs only to undo the step whose compensation border event is associated with it; no flows. */
  isForCompensation: z.boolean().optional(),
};

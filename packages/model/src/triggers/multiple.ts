import { z } from 'zod';
import { defineTrigger } from './define-trigger.ts';
import { singleTriggerSchema } from './single.ts';

const triggers = z.array(singleTriggerSchema).max(50);

export const multiple = defineTrigger({
  label: 'Multiple',
  description: 'Waits for the first of several, or throws all of them.',
  schema: z.strictObject({ type: z.literal('multiple'), triggers }),
});

export const parallelMultiple = defineTrigger({
  label: 'All of several',
  description: 'Goes on when every one of several has come.',
  schema: z.strictObject({ type: z.literal('parallelMultiple'), triggers }),
});

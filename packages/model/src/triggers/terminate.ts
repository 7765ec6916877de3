import { z } from 'zod';
import { defineTrigger } from './define-trigger.ts';

export const terminate = defineTrigger({
  label: 'Terminate',
  description: 'Ends everything that still runs in its process or sub-process at once.',
  schema: z.strictObject({ type: z.literal('terminate') }),
});

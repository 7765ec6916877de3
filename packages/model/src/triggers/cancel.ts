import { z } from 'zod';
import { defineTrigger } from './define-trigger.ts';

export const cancel = defineTrigger({
  label: 'Cancel',
  description: 'Breaks off a transaction: all it did is undone, then its border event goes on.',
  schema: z.strictObject({ type: z.literal('cancel') }),
});

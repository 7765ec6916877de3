import { z } from 'zod';
import { text } from '../text.ts';
import { defineTrigger } from './define-trigger.ts';

export const signal = defineTrigger({
  label: 'Signal',
  description: 'A broadcast: everything in the tenant that waits for this name hears it.',
  schema: z.strictObject({ type: z.literal('signal'), name: text().optional() }),
});

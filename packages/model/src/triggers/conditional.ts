import { z } from 'zod';
import { text } from '../text.ts';
import { defineTrigger } from './define-trigger.ts';

export const conditional = defineTrigger({
  label: 'Condition',
  description: 'Goes on when its condition becomes true.',
  schema: z.strictObject({ type: z.literal('conditional'), condition: text().optional() }),
});

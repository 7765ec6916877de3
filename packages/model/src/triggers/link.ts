import { z } from 'zod';
import { text } from '../text.ts';
import { defineTrigger } from './define-trigger.ts';

export const link = defineTrigger({
  label: 'Link',
  description: 'Goes on at the link of the same name in the same process or sub-process: a flow that needs no line.',
  schema: z.strictObject({ type: z.literal('link'), name: text().optional() }),
});

import { z } from 'zod';
import { text } from '../text.ts';
import { defineTrigger } from './define-trigger.ts';

/** Exactly one of `date`, `duration`, `cycle` (checked by validate): ISO 8601 text or, with a leading `=`, FEEL. */
export const timer = defineTrigger({
  label: 'Timer',
  description: 'Goes on at a date, after a duration, or again and again.',
  schema: z.strictObject({
    type: z.literal('timer'),
    date: text().optional(),
    duration: text().optional(),
    cycle: text().optional(),
  }),
});

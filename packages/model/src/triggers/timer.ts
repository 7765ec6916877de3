import { z } from 'zod';
import { text } from '../text.ts';
import { defineTrigger } from './define-trigger.ts';

/** Exactly one of `date`, `duration`, `cycle` (checked by validate): ISO 8601 text or, with a leading `=`, FEEL. A cycle may be cron too. */
export const timer = defineTrigger({
  label: 'Timer',
  description: 'Goes on at a date, after a duration, or again and again.',
  schema: z.strictObject({
    type: z.literal('timer'),
    date: text().optional(),
    duration: text().optional(),
    cycle: text().optional(),
    /** IANA name, e.g. Europe/Berlin: for cron cycles, and for dates and durations that count in days. Default: UTC. */
    timeZone: text().optional(),
    /** What a cycle does about the times it missed while nothing ran: all of them, or one (default). */
    catchUp: z.enum(['one', 'all']).optional(),
  }),
});

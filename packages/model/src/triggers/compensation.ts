import { z } from 'zod';
import { defineTrigger } from './define-trigger.ts';

/** Thrown: undoes `activity`, or all that is done in its scope. On a border: what undoes the step is drawn with an association. */
export const compensation = defineTrigger({
  label: 'Compensation',
  description: 'Undoes what was done, last first.',
  schema: z.strictObject({
    type: z.literal('compensation'),
    /** Thrown only: id of the step that is undone. */
    activity: z.string().optional(),
    /** Thrown only. Default true: goes on when all is undone. */
    waitForCompletion: z.boolean().optional(),
  }),
});

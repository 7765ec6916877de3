import { z } from 'zod';
import { variableName } from '../form.ts';
import { text } from '../text.ts';
import { defineTrigger } from './define-trigger.ts';

/** Thrown: `code` is needed. Caught: without `code` every error; the variables get what was thrown. */
export const error = defineTrigger({
  label: 'Error',
  description: 'Something went wrong in a way the process foresees; the nearest that catches its code goes on.',
  schema: z.strictObject({
    type: z.literal('error'),
    code: text().optional(),
    /** Thrown only. */
    message: text().optional(),
    /** Caught only. */
    codeVariable: variableName().optional(),
    messageVariable: variableName().optional(),
  }),
});

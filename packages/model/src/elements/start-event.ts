import { z } from 'zod';
import { defineElement, noFlows, someFlows } from '../define-element.ts';
import { formSchema } from '../form.ts';

export const startEvent = defineElement({
  category: 'event',
  label: 'Start',
  standardName: 'Start Event',
  description: 'Where the process, or a sub-process, begins; with a trigger it begins by itself.',
  incoming: noFlows,
  outgoing: someFlows,
  triggers: [null, 'timer', 'message', 'signal', 'conditional', 'error', 'escalation', 'compensation', 'multiple', 'parallelMultiple'],
  isActivity: false,
  properties: z.strictObject({
    /** What whoever starts the process is asked. */
    form: formSchema.optional(),
    /** Event sub-processes only; default true: what they stand in is broken off. */
    isInterrupting: z.boolean().optional(),
  }),
  size: { width: 36, height: 36 },
});

import { z } from 'zod';
import { defineElement, noFlows, someFlows } from '../define-element.ts';
import { formSchema } from '../form.ts';

export const startEvent = defineElement({
  category: 'event',
  label: 'Start',
  standardName: 'Start Event',
  description: 'Where the process, or a sub-process, begins.',
  incoming: noFlows,
  outgoing: someFlows,
  triggers: [null],
  isActivity: false,
  /** `form`: what whoever starts the process is asked. */
  properties: z.strictObject({ form: formSchema.optional() }),
  size: { width: 36, height: 36 },
});

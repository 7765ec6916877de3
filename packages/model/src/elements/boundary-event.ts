import { z } from 'zod';
import { anyFlows, defineElement, noFlows } from '../define-element.ts';

export const boundaryEvent = defineElement({
  category: 'event',
  label: 'Border event',
  standardName: 'Boundary Event',
  description: 'Listens while the step it sits on is active; an interrupting one cancels the step.',
  incoming: noFlows,
  outgoing: anyFlows,
  triggers: ['timer', 'message', 'signal', 'error', 'escalation', 'conditional', 'compensation', 'cancel', 'multiple', 'parallelMultiple'],
  isActivity: false,
  properties: z.strictObject({
    attachedTo: z.string(),
    /** Default true: interrupting. */
    cancelActivity: z.boolean().optional(),
  }),
  size: { width: 36, height: 36 },
});

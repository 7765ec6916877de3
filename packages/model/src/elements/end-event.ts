import { z } from 'zod';
import { defineElement, noFlows, someFlows } from '../define-element.ts';

export const endEvent = defineElement({
  category: 'event',
  label: 'End',
  standardName: 'End Event',
  description: 'Ends this path and throws its event, if it has one; terminate ends all that still runs beside it.',
  incoming: someFlows,
  outgoing: noFlows,
  triggers: [null, 'message', 'signal', 'error', 'escalation', 'compensation', 'cancel', 'terminate', 'multiple'],
  isActivity: false,
  properties: z.strictObject({}),
  size: { width: 36, height: 36 },
});

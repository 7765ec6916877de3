import { z } from 'zod';
import { anyFlows, defineElement } from '../define-element.ts';

export const intermediateThrowEvent = defineElement({
  category: 'event',
  label: 'Announce',
  standardName: 'Intermediate Throw Event',
  description: 'Throws its event and goes on; without one it marks a milestone.',
  incoming: anyFlows,
  outgoing: anyFlows,
  triggers: [null, 'message', 'signal', 'escalation', 'compensation', 'link', 'multiple'],
  isActivity: false,
  properties: z.strictObject({}),
  size: { width: 36, height: 36 },
});

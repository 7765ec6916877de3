import { z } from 'zod';
import { anyFlows, defineElement } from '../define-element.ts';

export const intermediateCatchEvent = defineElement({
  category: 'event',
  label: 'Wait',
  standardName: 'Intermediate Catch Event',
  description: 'Waits until what it listens for has come.',
  incoming: anyFlows,
  outgoing: anyFlows,
  triggers: ['timer', 'message', 'signal', 'conditional', 'link', 'multiple', 'parallelMultiple'],
  isActivity: false,
  properties: z.strictObject({}),
  size: { width: 36, height: 36 },
});

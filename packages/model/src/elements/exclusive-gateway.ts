import { z } from 'zod';
import { anyFlows, defineElement } from '../define-element.ts';

export const exclusiveGateway = defineElement({
  category: 'gateway',
  label: 'Decision',
  standardName: 'Exclusive Gateway',
  description: 'Takes the first flow whose condition is true, in drawn order, else the default flow.',
  incoming: anyFlows,
  outgoing: anyFlows,
  triggers: [],
  isActivity: false,
  decides: true,
  properties: z.strictObject({}),
  size: { width: 50, height: 50 },
});

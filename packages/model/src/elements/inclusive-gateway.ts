import { z } from 'zod';
import { anyFlows, defineElement } from '../define-element.ts';

export const inclusiveGateway = defineElement({
  category: 'gateway',
  label: 'Any of several',
  standardName: 'Inclusive Gateway',
  description: 'Takes every flow whose condition is true, else the default flow; waits for all tokens that can still arrive.',
  incoming: anyFlows,
  outgoing: anyFlows,
  triggers: [],
  isActivity: false,
  decides: true,
  properties: z.strictObject({}),
  size: { width: 50, height: 50 },
});

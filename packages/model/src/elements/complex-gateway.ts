import { z } from 'zod';
import { anyFlows, defineElement } from '../define-element.ts';
import { text } from '../text.ts';

export const complexGateway = defineElement({
  category: 'gateway',
  label: 'Own rule',
  standardName: 'Complex Gateway',
  description: 'Goes on when its own rule about the tokens that wait at it is true.',
  incoming: anyFlows,
  outgoing: anyFlows,
  triggers: [],
  isActivity: false,
  decides: true,
  properties: z.strictObject({
    /** FEEL, asked at each token; reads activationCount, the number of tokens that wait, and by flow id how many wait on each. */
    activationCondition: text().optional(),
  }),
  size: { width: 50, height: 50 },
});

import { z } from 'zod';
import { anyFlows, defineElement } from '../define-element.ts';

export const eventBasedGateway = defineElement({
  category: 'gateway',
  label: 'Wait for the first',
  standardName: 'Event-Based Gateway',
  description: 'Waits for what comes first of the events after it.',
  incoming: anyFlows,
  outgoing: anyFlows,
  triggers: [],
  isActivity: false,
  properties: z.strictObject({
    /** Without incoming flows: an event starts an instance. */
    instantiate: z.boolean().optional(),
    /** Instantiating only: the first event is enough (exclusive, default), or all must come (parallel). */
    eventGatewayType: z.enum(['exclusive', 'parallel']).optional(),
  }),
  size: { width: 50, height: 50 },
});

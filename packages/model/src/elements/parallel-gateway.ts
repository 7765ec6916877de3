import { z } from 'zod';
import { anyFlows, defineElement } from '../define-element.ts';

export const parallelGateway = defineElement({
  category: 'gateway',
  label: 'Parallel',
  standardName: 'Parallel Gateway',
  description: 'Waits until every incoming flow was taken, then takes all outgoing flows.',
  incoming: anyFlows,
  outgoing: anyFlows,
  triggers: [],
  isActivity: false,
  properties: z.strictObject({}),
  size: { width: 50, height: 50 },
});

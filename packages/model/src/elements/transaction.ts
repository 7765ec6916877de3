import { z } from 'zod';
import { anyFlows, defineElement } from '../define-element.ts';
import { activityShape } from './activity.ts';

export const transaction = defineElement({
  category: 'container',
  label: 'Transaction',
  standardName: 'Transaction',
  description: 'A sub-process that happens as a whole: cancelled, all it did is undone.',
  incoming: anyFlows,
  outgoing: anyFlows,
  triggers: [],
  isActivity: true,
  decides: true,
  properties: z.strictObject({ ...activityShape }),
  size: { width: 360, height: 200 },
});

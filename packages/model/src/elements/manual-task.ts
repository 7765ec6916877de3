import { z } from 'zod';
import { anyFlows, defineElement } from '../define-element.ts';
import { activityShape } from './activity.ts';

export const manualTask = defineElement({
  category: 'task',
  label: 'Manual step',
  standardName: 'Manual Task',
  description: 'Work outside of any system: noted, and goes on at once.',
  incoming: anyFlows,
  outgoing: anyFlows,
  triggers: [],
  isActivity: true,
  decides: true,
  properties: z.strictObject({ ...activityShape }),
  size: { width: 100, height: 80 },
});

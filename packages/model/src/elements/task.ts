import { z } from 'zod';
import { anyFlows, defineElement } from '../define-element.ts';
import { activityShape } from './activity.ts';

export const task = defineElement({
  category: 'task',
  label: 'Step',
  standardName: 'Task',
  description: 'A step that is only named: goes on at once.',
  incoming: anyFlows,
  outgoing: anyFlows,
  triggers: [],
  isActivity: true,
  decides: true,
  properties: z.strictObject({ ...activityShape }),
  size: { width: 100, height: 80 },
});

import { z } from 'zod';
import { anyFlows, defineElement } from '../define-element.ts';
import { activityShape } from './activity.ts';
import { jobSchema } from './job.ts';

export const serviceTask = defineElement({
  category: 'task',
  label: 'Automatic step',
  standardName: 'Service Task',
  description: 'Hands a job to a worker and waits for its result.',
  incoming: anyFlows,
  outgoing: anyFlows,
  triggers: [],
  isActivity: true,
  decides: true,
  properties: z.strictObject({ job: jobSchema.optional(), ...activityShape }),
  size: { width: 100, height: 80 },
});

import { z } from 'zod';
import { anyFlows, defineElement } from '../define-element.ts';
import { thrownMessageShape } from '../triggers/message.ts';
import { activityShape } from './activity.ts';
import { jobSchema } from './job.ts';

export const sendTask = defineElement({
  category: 'task',
  label: 'Send',
  standardName: 'Send Task',
  description: 'Sends a message, or hands a job to a worker that does.',
  incoming: anyFlows,
  outgoing: anyFlows,
  triggers: [],
  isActivity: true,
  decides: true,
  properties: z.strictObject({ message: z.strictObject(thrownMessageShape).optional(), job: jobSchema.optional(), ...activityShape }),
  size: { width: 100, height: 80 },
});

import { z } from 'zod';
import { anyFlows, defineElement } from '../define-element.ts';
import { messageShape } from '../triggers/message.ts';
import { activityShape } from './activity.ts';

export const receiveTask = defineElement({
  category: 'task',
  label: 'Receive',
  standardName: 'Receive Task',
  description: 'Waits for a message.',
  incoming: anyFlows,
  outgoing: anyFlows,
  triggers: [],
  isActivity: true,
  decides: true,
  properties: z.strictObject({
    message: z.strictObject(messageShape).optional(),
    /** Without incoming flows: the message starts an instance. */
    instantiate: z.boolean().optional(),
    ...activityShape,
  }),
  size: { width: 100, height: 80 },
});

import { z } from 'zod';
import { anyFlows, defineElement } from '../define-element.ts';
import { text } from '../text.ts';

export const DEFAULT_RETRIES = 3;

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
  properties: z.strictObject({
    job: z
      .strictObject({
        type: text(),
        retries: z.union([z.int().min(0).max(100), text()]).optional(),
        headers: z.record(z.string().max(200), text()).optional(),
      })
      .optional(),
  }),
  size: { width: 100, height: 80 },
});

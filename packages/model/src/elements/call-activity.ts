import { z } from 'zod';
import { anyFlows, defineElement } from '../define-element.ts';
import { text } from '../text.ts';
import { activityShape } from './activity.ts';

export const callActivity = defineElement({
  category: 'task',
  label: 'Call a process',
  standardName: 'Call Activity',
  description: 'Starts another process and waits until it ends.',
  incoming: anyFlows,
  outgoing: anyFlows,
  triggers: [],
  isActivity: true,
  decides: true,
  properties: z.strictObject({
    /** Key of the process. */
    calledElement: text().optional(),
    /** Which version: the newest (default), the one with the number `version`, or the newest with the tag `tag`. */
    binding: z.enum(['latest', 'version', 'tag']).optional(),
    version: z.int().min(1).optional(),
    tag: text().optional(),
    businessKey: text().optional(),
    ...activityShape,
  }),
  size: { width: 100, height: 80 },
});

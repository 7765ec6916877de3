import { z } from 'zod';
import { anyFlows, defineElement } from '../define-element.ts';
import { activityShape } from './activity.ts';

export const subProcess = defineElement({
  category: 'container',
  label: 'Sub-process',
  standardName: 'Sub-Process',
  description: 'Holds a process of its own; done when nothing runs inside any more.',
  incoming: anyFlows,
  outgoing: anyFlows,
  triggers: [],
  isActivity: true,
  decides: true,
  properties: z.strictObject({
    /** An event sub-process: no flows lead to it, its start event listens while what it stands in runs. */
    triggeredByEvent: z.boolean().optional(),
    ...activityShape,
  }),
  size: { width: 360, height: 200 },
});

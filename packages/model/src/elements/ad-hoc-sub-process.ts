import { z } from 'zod';
import { anyFlows, defineElement } from '../define-element.ts';
import { text } from '../text.ts';
import { activityShape } from './activity.ts';

export const adHocSubProcess = defineElement({
  category: 'container',
  label: 'Ad-hoc sub-process',
  standardName: 'Ad-Hoc Sub-Process',
  description: 'Holds steps that may be done in any order.',
  incoming: anyFlows,
  outgoing: anyFlows,
  triggers: [],
  isActivity: true,
  decides: true,
  properties: z.strictObject({
    /** All at once (default), or one after another. */
    ordering: z.enum(['parallel', 'sequential']).optional(),
    /** FEEL, asked after each step inside; without it, done when nothing runs inside any more. */
    completionCondition: text().optional(),
    /** What still runs when the condition is true is cancelled; default true. */
    cancelRemaining: z.boolean().optional(),
    /** FEEL that gives the ids of the steps to begin with; without it all that no flow leads to. */
    activeElements: text().optional(),
    ...activityShape,
  }),
  size: { width: 360, height: 200 },
});

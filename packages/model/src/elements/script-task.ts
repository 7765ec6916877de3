import { z } from 'zod';
import { anyFlows, defineElement } from '../define-element.ts';
import { variableName } from '../form.ts';
import { text } from '../text.ts';
import { activityShape } from './activity.ts';

export const scriptTask = defineElement({
  category: 'task',
  label: 'Calculation',
  standardName: 'Script Task',
  description: 'Calculates a value with FEEL and goes on at once.',
  incoming: anyFlows,
  outgoing: anyFlows,
  triggers: [],
  isActivity: true,
  decides: true,
  properties: z.strictObject({
    scriptFormat: z.enum(['feel']).optional(),
    script: text().optional(),
    resultVariable: variableName().optional(),
    ...activityShape,
  }),
  size: { width: 100, height: 80 },
});

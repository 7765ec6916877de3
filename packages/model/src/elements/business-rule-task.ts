import { z } from 'zod';
import { decisionTableSchema } from '../decision-table.ts';
import { anyFlows, defineElement } from '../define-element.ts';
import { variableName } from '../form.ts';
import { activityShape } from './activity.ts';
import { jobSchema } from './job.ts';

export const businessRuleTask = defineElement({
  category: 'task',
  label: 'Decision table',
  standardName: 'Business Rule Task',
  description: 'Asks a decision table, or hands a job to a worker that decides.',
  incoming: anyFlows,
  outgoing: anyFlows,
  triggers: [],
  isActivity: true,
  decides: true,
  properties: z.strictObject({
    decision: decisionTableSchema.optional(),
    job: jobSchema.optional(),
    resultVariable: variableName().optional(),
    ...activityShape,
  }),
  size: { width: 100, height: 80 },
});

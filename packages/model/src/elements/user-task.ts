import { z } from 'zod';
import { anyFlows, defineElement } from '../define-element.ts';
import { formSchema, variableName } from '../form.ts';
import { names, text } from '../text.ts';
import { activityShape } from './activity.ts';

const outcomeSchema = z.strictObject({
  /** What the process sees, e.g. `approve`. */
  value: z.string().min(1).max(100),
  /** What the button says, e.g. "Approve". */
  label: z.string().min(1).max(100),
  tone: z.enum(['positive', 'negative', 'neutral']).optional(),
  commentRequired: z.boolean().optional(),
});

/** A decision with named outcomes. The chosen one's value is written to `resultVariable` (default `outcome`). */
export const approvalSchema = z.strictObject({
  outcomes: z.array(outcomeSchema).min(1).max(20).optional(),
  resultVariable: variableName().optional(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

export const DEFAULT_OUTCOMES: readonly Outcome[] = [
  { value: 'approve', label: 'Approve', tone: 'positive' },
  { value: 'reject', label: 'Reject', tone: 'negative', commentRequired: true },
];
export const DEFAULT_RESULT_VARIABLE = 'outcome';

export const userTask = defineElement({
  category: 'task',
  label: 'Human task',
  standardName: 'User Task',
  description: 'Waits in the inbox of a person or group until somebody completes it.',
  incoming: anyFlows,
  outgoing: anyFlows,
  triggers: [],
  isActivity: true,
  decides: true,
  properties: z.strictObject({
    assignee: text().optional(),
    candidateUsers: names().optional(),
    candidateGroups: names().optional(),
    form: formSchema.optional(),
    /** 0 to 100, or FEEL. */
    priority: z.union([z.int().min(0).max(100), text()]).optional(),
    /** ISO 8601 date-time, or a duration from the opening of the task, or FEEL. */
    dueDate: text().optional(),
    followUpDate: text().optional(),
    approval: approvalSchema.optional(),
    ...activityShape,
  }),
  size: { width: 100, height: 80 },
});

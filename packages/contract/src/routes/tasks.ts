import { formSchema } from '@baton/model';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { pageOf, pageQuery } from '../page.ts';
import { instant, personSchema, valuesSchema } from '../values.ts';

export const TASK_STATUSES = ['open', 'claimed', 'completed', 'cancelled'] as const;
export const keyFactSchema = z.object({ name: z.string(), label: z.string(), type: z.string(), value: z.json(), currency: z.string().optional() });
export const outcomeSchema = z.object({
  value: z.string(),
  label: z.string(),
  tone: z.enum(['positive', 'negative', 'neutral']),
  commentRequired: z.boolean(),
});

export const taskSchema = z.object({
  id: z.string(),
  instanceId: z.string(),
  processKey: z.string(),
  processName: z.string(),
  version: z.int(),
  elementId: z.string(),
  name: z.string(),
  businessKey: z.string().nullable(),
  status: z.enum(TASK_STATUSES),
  assignee: personSchema.nullable(),
  candidateUsers: z.array(z.string()),
  candidateGroups: z.array(z.string()),
  priority: z.int(),
  createdAt: instant(),
  dueAt: instant().nullable(),
  requester: personSchema,
  keyFacts: z.array(keyFactSchema),
  outcomes: z.array(outcomeSchema),
  completedAt: instant().nullable(),
  completedBy: personSchema.nullable(),
  outcome: z.string().nullable(),
  comment: z.string().nullable(),
});
export type Task = z.infer<typeof taskSchema>;

/** One task with all that is needed to decide it. `steps`: the human steps of the process, for the strip "2 of 4". */
export const taskDetailSchema = taskSchema.extend({
  documentation: z.string().nullable(),
  form: formSchema.nullable(),
  variables: valuesSchema,
  steps: z.array(z.object({ elementId: z.string(), name: z.string(), state: z.enum(['done', 'current', 'ahead']) })),
  history: z.array(
    z.object({ at: instant(), who: personSchema.nullable(), what: z.string(), comment: z.string().nullable(), elementId: z.string().nullable() }),
  ),
  /** What whoever asks may do now. */
  may: z.object({ claim: z.boolean(), unclaim: z.boolean(), assign: z.boolean(), complete: z.boolean() }),
});
export type TaskDetail = z.infer<typeof taskDetailSchema>;

const forItsPeople = { permission: 'task:oversee', orInvolved: true } as const;

export const listTasks = defineRoute({
  method: 'GET',
  path: '/tasks',
  tag: 'Tasks',
  summary: 'Human tasks, most urgent first',
  access: { permission: 'task:work' },
  query: z.strictObject({
    ...pageQuery,
    view: z.enum(['mine', 'candidate', 'all']).default('mine'),
    status: z.enum([...TASK_STATUSES, 'todo']).optional(),
    processKey: z.string().optional(),
    instanceId: z.string().optional(),
    search: z.string().max(200).optional(),
  }),
  response: pageOf(taskSchema),
});
export const countTasks = defineRoute({
  method: 'GET',
  path: '/tasks/counts',
  tag: 'Tasks',
  summary: 'How many wait in each view',
  access: { permission: 'task:work' },
  response: z.object({ mine: z.int(), candidate: z.int(), done: z.int() }),
});
export const getTask = defineRoute({
  method: 'GET',
  path: '/tasks/:id',
  tag: 'Tasks',
  summary: 'One task with form, key facts and allowed outcomes',
  access: forItsPeople,
  response: taskDetailSchema,
});
export const claimTask = defineRoute({
  method: 'POST',
  path: '/tasks/:id/claim',
  tag: 'Tasks',
  summary: 'Take it',
  access: forItsPeople,
  body: z.strictObject({}).optional(),
  response: taskSchema,
});
export const unclaimTask = defineRoute({
  method: 'POST',
  path: '/tasks/:id/unclaim',
  tag: 'Tasks',
  summary: 'Put it back',
  access: forItsPeople,
  body: z.strictObject({}).optional(),
  response: taskSchema,
});
export const assignTask = defineRoute({
  method: 'POST',
  path: '/tasks/:id/assign',
  tag: 'Tasks',
  summary: 'Give it to somebody',
  access: { permission: 'task:oversee' },
  body: z.strictObject({ assignee: z.string().nullable() }),
  response: taskSchema,
});
export const completeTask = defineRoute({
  method: 'POST',
  path: '/tasks/:id/complete',
  tag: 'Tasks',
  summary: 'Complete it',
  access: forItsPeople,
  body: z.strictObject({ outcome: z.string().max(100).optional(), variables: valuesSchema.optional(), comment: z.string().max(10_000).optional() }).default({}),
  response: taskSchema,
});
/** What somebody has typed but not sent. Only theirs. */
export const getTaskDraft = defineRoute({
  method: 'GET',
  path: '/tasks/:id/draft',
  tag: 'Tasks',
  summary: 'My unsent input',
  access: forItsPeople,
  response: z.object({ variables: valuesSchema, comment: z.string().nullable(), savedAt: instant().nullable() }),
});
export const putTaskDraft = defineRoute({
  method: 'PUT',
  path: '/tasks/:id/draft',
  tag: 'Tasks',
  summary: 'Keep my unsent input',
  access: forItsPeople,
  body: z.strictObject({ variables: valuesSchema, comment: z.string().max(10_000).nullable().optional() }),
  response: z.object({ savedAt: instant() }),
});

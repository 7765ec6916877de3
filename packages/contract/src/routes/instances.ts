import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { liveEventSchema } from '../live/event.ts';
import { instanceViewSchema } from '../live/view.ts';
import { pageOf, pageQuery } from '../page.ts';
import { instant, personSchema, valuesSchema } from '../values.ts';

export const INSTANCE_STATUSES = ['active', 'completed', 'cancelled', 'suspended', 'failed'] as const;
export const instanceSchema = z.object({
  id: z.string(),
  processKey: z.string(),
  processName: z.string(),
  version: z.int(),
  status: z.enum(INSTANCE_STATUSES),
  hasIncident: z.boolean(),
  businessKey: z.string().nullable(),
  startedAt: instant(),
  endedAt: instant().nullable(),
  startedBy: personSchema,
  /** The instance whose call activity started it. */
  parentId: z.string().nullable(),
  /** At the top of the calls; its own id if nobody called it. */
  rootId: z.string(),
  /** Where it stands: the elements that wait, by name, at most 5. */
  waitingAt: z.array(z.object({ elementId: z.string(), name: z.string(), type: z.string() })),
});
export type Instance = z.infer<typeof instanceSchema>;

/** `elementId`: the call activity. At most 200 are shown; `GET /instances?parentId=` lists them all. */
export const calledInstanceSchema = z.object({
  id: z.string(),
  processKey: z.string(),
  version: z.int(),
  status: z.enum(INSTANCE_STATUSES),
  elementId: z.string(),
});
export type CalledInstance = z.infer<typeof calledInstanceSchema>;

const involved = { permission: 'instance:read', orInvolved: true } as const;

export const startInstance = defineRoute({
  method: 'POST',
  path: '/instances',
  tag: 'Instances',
  summary: 'Start an instance',
  access: { permission: 'process:start' },
  query: z.strictObject({ wait: z.enum(['completed']).optional(), timeoutMs: z.coerce.number().int().min(0).max(60_000).optional() }),
  body: z.strictObject({
    processKey: z.string(),
    version: z.int32().min(1).optional(),
    businessKey: z.string().min(1).max(255).optional(),
    variables: valuesSchema.optional(),
  }),
  response: instanceSchema.extend({ variables: valuesSchema.optional() }),
  status: 201,
});
export const listInstances = defineRoute({
  method: 'GET',
  path: '/instances',
  tag: 'Instances',
  summary: 'Instances, those started last first',
  access: 'signed-in',
  query: z.strictObject({
    ...pageQuery,
    processKey: z.string().optional(),
    status: z.enum(INSTANCE_STATUSES).optional(),
    businessKey: z.string().optional(),
    elementId: z.string().optional(),
    hasIncident: z.stringbool().optional(),
    startedAfter: instant().optional(),
    startedBefore: instant().optional(),
    search: z.string().max(200).optional(),
    startedByMe: z.stringbool().optional(),
    /** Those that this instance has called. */
    parentId: z.string().max(100).optional(),
  }),
  response: pageOf(instanceSchema),
});
export const getInstance = defineRoute({
  method: 'GET',
  path: '/instances/:id',
  tag: 'Instances',
  summary: 'One instance, with those that it has called',
  access: involved,
  response: instanceSchema.extend({ children: z.array(calledInstanceSchema) }),
});
export const getView = defineRoute({
  method: 'GET',
  path: '/instances/:id/view',
  tag: 'Instances',
  summary: 'The live view as `watch` sends it first',
  access: involved,
  response: z.object({ seq: z.int(), view: instanceViewSchema }),
});
export const getGraph = defineRoute({
  method: 'GET',
  path: '/instances/:id/graph',
  tag: 'Instances',
  summary: 'The graph of its version',
  access: involved,
  response: z.json(),
});
export const getVariables = defineRoute({
  method: 'GET',
  path: '/instances/:id/variables',
  tag: 'Instances',
  summary: 'Variables of the process, or of a scope',
  access: involved,
  query: z.strictObject({ scope: z.string().optional() }),
  response: valuesSchema,
});
export const patchVariables = defineRoute({
  method: 'PATCH',
  path: '/instances/:id/variables',
  tag: 'Instances',
  summary: 'Change variables (kept in the log)',
  access: { permission: 'instance:operate' },
  query: z.strictObject({ scope: z.string().optional() }),
  body: valuesSchema,
  response: valuesSchema,
});

export const elementInstanceSchema = z.object({
  key: z.string(),
  elementId: z.string(),
  type: z.string(),
  name: z.string(),
  state: z.enum(['active', 'completed', 'cancelled', 'failed']),
  startedAt: instant(),
  endedAt: instant().nullable(),
  scope: z.string().nullable(),
  iteration: z.int().optional(),
});
export const listElements = defineRoute({
  method: 'GET',
  path: '/instances/:id/elements',
  tag: 'Instances',
  summary: 'Element instances in order of start',
  access: involved,
  query: z.strictObject(pageQuery),
  response: pageOf(elementInstanceSchema),
});
export const listEvents = defineRoute({
  method: 'GET',
  path: '/instances/:id/events',
  tag: 'Instances',
  summary: 'The public log',
  access: involved,
  /** `cursor` as of any list; it says where `afterSeq` would. */
  query: z.strictObject({ afterSeq: z.coerce.number().int().min(0).default(0), ...pageQuery }),
  response: z.object({ items: z.array(liveEventSchema), nextCursor: z.string().nullable() }),
});
export const activateStep = defineRoute({
  method: 'POST',
  path: '/instances/:id/activate',
  tag: 'Instances',
  summary: 'Begin a step of an ad-hoc sub-process',
  access: { permission: 'instance:operate' },
  /** `scope`: the sub-process's key, as `GET /instances/:id/elements` says it; needed when several are open that have the step. */
  body: z.strictObject({ elementId: z.string().min(1).max(255), scope: z.string().min(1).max(100).optional() }),
  response: instanceSchema,
});
export const cancelInstance = defineRoute({
  method: 'POST',
  path: '/instances/:id/cancel',
  tag: 'Instances',
  summary: 'Cancel',
  access: { permission: 'instance:operate' },
  body: z.strictObject({ reason: z.string().max(2000).optional() }).default({}),
  response: instanceSchema,
});

import { formSchema } from '@baton/model';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { pageOf, pageQuery } from '../page.ts';
import { graphProblemSchema } from '../problem.ts';
import { instant, personSchema } from '../values.ts';
import { deployedProcessSchema } from './deployments.ts';

export const processSchema = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string().optional(),
  /** Latest published version; null: never published. */
  version: z.int().nullable(),
  /** draft: never published. live: published. draft-ahead: published, and the draft says something else. */
  status: z.enum(['draft', 'live', 'draft-ahead']),
  running: z.int(),
  needsAttention: z.int(),
  owner: personSchema.optional(),
  changedAt: instant(),
  publishedAt: instant().nullable(),
  /** May be started by hand: published and has a none start event. */
  isStartable: z.boolean(),
  /** Of the published version's start event. */
  startForm: formSchema.nullable(),
});
export type ProcessSummary = z.infer<typeof processSchema>;

export const versionSchema = z.object({
  version: z.int(),
  versionId: z.string(),
  name: z.string(),
  publishedAt: instant(),
  publishedBy: personSchema,
  note: z.string().optional(),
});

export const listProcesses = defineRoute({
  method: 'GET',
  path: '/processes',
  tag: 'Processes',
  summary: 'Processes, those changed last first',
  access: { permission: 'process:read' },
  query: z.strictObject({
    ...pageQuery,
    search: z.string().max(200).optional(),
    status: z.enum(['draft', 'live', 'draft-ahead']).optional(),
    startable: z.stringbool().optional(),
  }),
  response: pageOf(processSchema),
});
export const createProcess = defineRoute({
  method: 'POST',
  path: '/processes',
  tag: 'Processes',
  summary: 'Create a draft; nothing is published',
  access: { permission: 'process:design' },
  body: z.strictObject({ name: z.string().trim().min(1).max(255), key: z.string().optional(), graph: z.json().optional() }),
  response: processSchema,
  status: 201,
});
export const getProcess = defineRoute({
  method: 'GET',
  path: '/processes/:key',
  tag: 'Processes',
  summary: 'One process with its versions',
  access: { permission: 'process:read' },
  response: processSchema.extend({ versions: z.array(versionSchema) }),
});
export const deleteProcess = defineRoute({
  method: 'DELETE',
  path: '/processes/:key',
  tag: 'Processes',
  summary: 'Delete a draft that was never published',
  access: { permission: 'process:design' },
  status: 204,
});
export const getVersion = defineRoute({
  method: 'GET',
  path: '/processes/:key/versions/:version',
  tag: 'Processes',
  summary: 'The graph of a version (a number, or `latest`)',
  access: { permission: 'process:read' },
  response: z.json(),
});

/** `update`: the Yjs document, base64; `ETag` names its state. `graph` is the same, read out. */
export const draftSchema = z.object({
  key: z.string(),
  graph: z.json(),
  update: z.string(),
  problems: z.array(graphProblemSchema),
  changedAt: instant(),
  changedBy: personSchema.optional(),
  basedOn: z.int().nullable(),
});
export const getDraft = defineRoute({
  method: 'GET',
  path: '/processes/:key/draft',
  tag: 'Designer',
  summary: 'The draft, with ETag',
  access: { permission: 'process:design' },
  response: draftSchema,
});
/** `If-Match` is needed (428 without, 412 when the draft has changed). Either `graph`, which replaces the draft, or `update`, which is merged and needs no `If-Match`. */
export const putDraft = defineRoute({
  method: 'PUT',
  path: '/processes/:key/draft',
  tag: 'Designer',
  summary: 'Save the draft (If-Match with a graph; a Yjs update merges)',
  access: { permission: 'process:design' },
  body: z.union([z.strictObject({ graph: z.json() }), z.strictObject({ update: z.string().max(8_000_000) })]),
  response: draftSchema.omit({ update: true, graph: true }),
});
export const publishDraft = defineRoute({
  method: 'POST',
  path: '/processes/:key/publish',
  tag: 'Designer',
  summary: 'Publish the draft',
  access: { permission: 'process:publish' },
  body: z.strictObject({ note: z.string().max(2000).optional() }).default({}),
  /** `processes`: all that the drawing holds, one for each executable pool. */
  response: deployedProcessSchema.extend({ processes: z.array(deployedProcessSchema) }),
  status: 201,
});

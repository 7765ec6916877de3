import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { pageOf, pageQuery } from '../page.ts';
import { instant } from '../values.ts';

export const incidentSchema = z.object({
  id: z.string(),
  instanceId: z.string(),
  processKey: z.string(),
  processName: z.string(),
  version: z.int(),
  businessKey: z.string().nullable(),
  elementId: z.string(),
  elementName: z.string(),
  code: z.string(),
  message: z.string(),
  status: z.enum(['open', 'resolved']),
  raisedAt: instant(),
  resolvedAt: instant().nullable(),
});
export type Incident = z.infer<typeof incidentSchema>;

export const listIncidents = defineRoute({
  method: 'GET',
  path: '/incidents',
  tag: 'Incidents',
  summary: 'Incidents, newest first',
  access: { permission: 'incident:read' },
  query: z.strictObject({
    ...pageQuery,
    status: z.enum(['open', 'resolved']).default('open'),
    processKey: z.string().optional(),
    instanceId: z.string().optional(),
    elementId: z.string().optional(),
  }),
  response: pageOf(incidentSchema),
});
export const retryIncident = defineRoute({
  method: 'POST',
  path: '/incidents/:id/retry',
  tag: 'Incidents',
  summary: 'Try again what failed',
  access: { permission: 'incident:operate' },
  body: z.strictObject({ retries: z.int().min(1).max(100).optional() }).optional(),
  response: incidentSchema,
});
export const resolveIncident = defineRoute({ ...retryIncident, path: '/incidents/:id/resolve', summary: 'The same as retry' });

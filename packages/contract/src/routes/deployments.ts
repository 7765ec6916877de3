import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { graphProblemSchema } from '../problem.ts';

export const deployedProcessSchema = z.object({ key: z.string(), name: z.string(), version: z.int(), versionId: z.string(), changed: z.boolean() });
export const deploymentSchema = z.object({ processes: z.array(deployedProcessSchema) });
export type Deployment = z.infer<typeof deploymentSchema>;

/** The body is a graph, or BPMN 2.0 XML; the server migrates and validates it itself, so that each problem names its element. */
export const deploy = defineRoute({
  method: 'POST',
  path: '/deployments',
  tag: 'Processes',
  summary: 'Publish a graph or BPMN 2.0 XML with all its processes, all or nothing. The same meaning again is the same version.',
  access: { permission: 'process:publish' },
  accepts: ['application/json', 'application/xml', 'text/xml'],
  body: z.json(),
  response: deploymentSchema,
  status: 201,
});

const note = z.object({ elementId: z.string().optional(), message: z.string() });
/** What became of a file, element by element. Problems of severity error say why it could not be published. */
export const importReportSchema = z.object({
  kept: z.array(z.string()),
  changed: z.array(note),
  notUnderstood: z.array(note),
  problems: z.array(graphProblemSchema),
});

/** `graph` is the first of `graphs`: the collaboration, if there is one. */
export const convert = defineRoute({
  method: 'POST',
  path: '/convert',
  tag: 'Processes',
  summary: 'BPMN 2.0 XML to graphs, with a report. Nothing is published.',
  access: { permission: 'process:design' },
  accepts: ['application/xml', 'text/xml'],
  body: z.string(),
  response: z.object({ graph: z.json(), graphs: z.array(z.json()), report: importReportSchema }),
});

import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { graphProblemSchema } from '../problem.ts';

export const deployedProcessSchema = z.object({
  key: z.string(),
  name: z.string(),
  version: z.int(),
  versionId: z.string(),
  changed: z.boolean(),
  /** Warnings only: how a run could get stuck, double or never end (docs/soundness.md). */
  problems: z.array(graphProblemSchema),
});
export const deploymentSchema = z.object({ processes: z.array(deployedProcessSchema) });
export type Deployment = z.infer<typeof deploymentSchema>;

/** The body is a graph; the server migrates and validates it itself, so that each problem names its element. */
export const deploy = defineRoute({
  method: 'POST',
  path: '/deployments',
  tag: 'Processes',
  summary: 'Publish a graph. The same meaning again is the same version.',
  access: { permission: 'process:publish' },
  body: z.json(),
  response: deploymentSchema,
  status: 201,
});

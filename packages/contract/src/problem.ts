import { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from './error-codes.ts';

const codes = Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]];

export const graphProblemSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  elementId: z.string().optional(),
  path: z.string().optional(),
  message: z.string(),
  fix: z.json().optional(),
});

/** RFC 9457 `application/problem+json`. `instance` is the request's id, as in the log. */
export const problemDetailsSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(codes),
  instance: z.string(),
  problems: z.array(graphProblemSchema).optional(),
  /** What would have been right. */
  expected: z.json().optional(),
  /** What is true now, e.g. who completed the task and when. */
  current: z.json().optional(),
});
export type ProblemDetails = z.infer<typeof problemDetailsSchema>;

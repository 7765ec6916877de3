import { type ErrorCode, type ProblemDetails, problemDetailsSchema } from '@baton/contract';

/** What went wrong with a call, in one shape: the server's problem, or that it could not be reached (`unreachable`). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ErrorCode | 'unreachable';
  /** HTTP status; 0: no answer at all. */
  readonly status: number;
  /** A sentence to show. */
  readonly detail: string;
  readonly problem: ProblemDetails | null;

  constructor(code: ErrorCode | 'unreachable', status: number, detail: string, problem: ProblemDetails | null = null) {
    super(detail);
    this.code = code;
    this.status = status;
    this.detail = detail;
    this.problem = problem;
  }
}

export const isProblem = (error: unknown, ...codes: readonly (ErrorCode | 'unreachable')[]): error is ApiProblem =>
  error instanceof ApiProblem && (codes.length === 0 || codes.includes(error.code));

/** What to show of any error. */
export const sentenceOf = (error: unknown): string =>
  error instanceof ApiProblem ? error.detail : 'Something went wrong in this page. Reload it, and tell your administrator if it happens again.';

export const unreachable = () => new ApiProblem('unreachable', 0, 'The server can’t be reached. Check your connection; nothing you typed is lost.');

/** The problem a refused call answered with; if it isn't one (a proxy's page, say), what its status means. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  const parsed = problemDetailsSchema.safeParse(body);
  if (parsed.success) return new ApiProblem(parsed.data.code, response.status, parsed.data.detail, parsed.data);
  if (response.status === 401) return new ApiProblem('not-signed-in', 401, 'You are signed out. Sign in and go on.');
  if (response.status >= 502 && response.status <= 504) return unreachable();
  return new ApiProblem('internal', response.status, `The server answered with an error (${response.status}). Try again in a moment.`);
}

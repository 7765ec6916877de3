import { ERROR_CODES, type ErrorCode, type ProblemDetails } from '@baton/contract';

type Extras = Pick<ProblemDetails, 'problems' | 'expected' | 'current'>;

/** The one way to answer with an error: a code of the closed list and a sentence "Expected ..., but ...". */
export class HttpProblem extends Error {
  readonly code: ErrorCode;
  readonly extras: Extras;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ErrorCode, detail: string, extras: Extras = {}, headers: Record<string, string> = {}) {
    super(detail);
    this.code = code;
    this.extras = extras;
    this.headers = headers;
  }

  get status(): number {
    return ERROR_CODES[this.code];
  }
}

/** `task-already-completed` -> "Task already completed". */
export const titleOf = (code: ErrorCode) => `${code.charAt(0).toUpperCase()}${code.slice(1)}`.replaceAll('-', ' ');

export const toDetails = (problem: HttpProblem, requestId: string): ProblemDetails => ({
  type: `about:blank#${problem.code}`,
  title: titleOf(problem.code),
  status: problem.status,
  detail: problem.message,
  code: problem.code,
  instance: requestId,
  ...problem.extras,
});

/** Missing, and not yours to see, answer alike. */
export const notFound = (what: string) => new HttpProblem('not-found', `Expected the id of a ${what} that you may see, but there is none.`);

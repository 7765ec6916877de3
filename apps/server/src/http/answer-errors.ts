import type { ErrorRequestHandler, Response } from 'express';
import { HttpProblem, toDetails } from './http-problem.ts';

/** The last middleware: whatever was thrown becomes problem+json. What we did not expect is our bug: logged with its stack, told without. */
export const answerErrors =
  (classify: (error: unknown) => HttpProblem | null): ErrorRequestHandler =>
  (error, request, response, next) => {
    if (response.headersSent) return next(error);
    const problem = problemOf(error, classify);
    if (problem.status >= 500) request.log?.error({ err: error }, problem.message);
    sendProblem(response, problem, String(request.id ?? ''));
  };

function problemOf(error: unknown, classify: (error: unknown) => HttpProblem | null): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof URIError) return new HttpProblem('request-invalid', 'Expected a percent-encoded address, but it is damaged.');
  return classify(error) ?? new HttpProblem('internal', 'Something went wrong on our side. The request id leads to the entry in the log.');
}

export function sendProblem(response: Response, problem: HttpProblem, requestId: string): void {
  for (const [name, value] of Object.entries(problem.headers)) response.setHeader(name, value);
  response.setHeader('Cache-Control', 'no-store');
  response
    .status(problem.status)
    .setHeader('Content-Type', 'application/problem+json; charset=utf-8')
    .end(JSON.stringify(toDetails(problem, requestId)));
}

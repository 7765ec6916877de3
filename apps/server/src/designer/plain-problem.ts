import type { ProblemDetails } from '@baton/contract';
import type { Problem } from '@baton/model';

/** A problem as it travels: plain JSON without what isn't there. */
export const plainProblem = (problem: Problem): NonNullable<ProblemDetails['problems']>[number] => JSON.parse(JSON.stringify(problem));

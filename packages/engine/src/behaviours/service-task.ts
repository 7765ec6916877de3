import type { Behaviour } from '../behaviour.ts';
import { jobVerbs } from '../mechanics/job-behaviour.ts';

/** Hands a job to a worker and waits for its result. Without a job type it passes through. */
export const serviceTask: Behaviour<'serviceTask'> = ({ node, element }) => (element.job ? jobVerbs(node, element.job) : {});

import type { Behaviour } from '../behaviour.ts';
import { jobVerbs } from '../mechanics/job-behaviour.ts';

/** Asks its decision table and goes on; with a job a worker decides. */
export const businessRuleTask: Behaviour<'businessRuleTask'> = ({ node, element }) => (element.job ? jobVerbs(node, element.job) : {});

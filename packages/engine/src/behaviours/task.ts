import type { Behaviour } from '../behaviour.ts';

/** A step without a kind: passes through (BPMN 2.0.2, 13.3.3). */
export const task: Behaviour<'task'> = () => ({});

import type { Behaviour } from '../behaviour.ts';

/** BPMN 2.0.2, 13.2: its scope enters it; it goes on at once. */
export const startEvent: Behaviour<'startEvent'> = () => ({});

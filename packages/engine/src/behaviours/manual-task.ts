import type { Behaviour } from '../behaviour.ts';

/** Work outside of any system, which no engine can see: passes through (BPMN 2.0.2, 13.3.3). */
export const manualTask: Behaviour<'manualTask'> = () => ({});

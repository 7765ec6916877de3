import { multiple, parallelMultiple } from './multiple.ts';
import { SINGLE_TRIGGERS } from './single.ts';

/** Every event trigger we know. A new row makes the compiler list what it lacks elsewhere. */
export const TRIGGERS = { ...SINGLE_TRIGGERS, multiple, parallelMultiple } as const;

export type TriggerType = keyof typeof TRIGGERS;
export const TRIGGER_TYPES = Object.keys(TRIGGERS) as TriggerType[];

import { terminate } from './terminate.ts';
import { timer } from './timer.ts';

/** Every event trigger we know. A new row makes the compiler list what it lacks elsewhere. */
export const TRIGGERS = { timer, terminate } as const;

export type TriggerType = keyof typeof TRIGGERS;

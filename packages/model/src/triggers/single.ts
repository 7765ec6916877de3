import { z } from 'zod';
import { cancel } from './cancel.ts';
import { compensation } from './compensation.ts';
import { conditional } from './conditional.ts';
import { error } from './error.ts';
import { escalation } from './escalation.ts';
import { link } from './link.ts';
import { message } from './message.ts';
import { signal } from './signal.ts';
import { terminate } from './terminate.ts';
import { timer } from './timer.ts';

/** Triggers that stand for themselves; several of them together are a multiple one. */
export const SINGLE_TRIGGERS = { timer, message, signal, error, escalation, conditional, compensation, link, cancel, terminate } as const;

export const singleTriggerSchema = z.discriminatedUnion('type', [
  timer.schema,
  message.schema,
  signal.schema,
  error.schema,
  escalation.schema,
  conditional.schema,
  compensation.schema,
  link.schema,
  cancel.schema,
  terminate.schema,
]);
export type SingleTrigger = z.infer<typeof singleTriggerSchema>;

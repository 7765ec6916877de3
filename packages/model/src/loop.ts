import { z } from 'zod';
import { variableName } from './form.ts';
import { text } from './text.ts';
import { singleTriggerSchema } from './triggers/single.ts';

/** More rounds than these, written as a plain number, are refused when a process is published. */
export const MAX_WRITTEN_ROUNDS = 10_000;

/** A number, or text that gives one: FEEL with a leading `=`. */
const count = (min: number) => z.union([z.int().min(min).max(1_000_000_000), text()]);

/** Again and again while `condition` (FEEL) is true, at most `maximum` times (BPMN 2.0.2, 13.3.6). */
const standardLoopSchema = z.strictObject({
  kind: z.literal('standard'),
  condition: text().optional(),
  /** Asked before each round; default false: after it, so that there is one round at least. */
  testBefore: z.boolean().optional(),
  maximum: count(1).optional(),
});

const multiInstanceShape = {
  /** How many; or `collection`, which gives one for each of its items. */
  cardinality: count(0).optional(),
  /** Gives a list: FEEL with a leading `=`. */
  collection: text().optional(),
  /** Holds the item in each iteration. */
  elementVariable: variableName().optional(),
  /** Holds the number of the iteration, from 1; `loopCounter` is there too. */
  indexVariable: variableName().optional(),
  /** Gets what `outputElement` (FEEL) gives at the end of each iteration, in the order of the input. */
  outputCollection: variableName().optional(),
  outputElement: text().optional(),
  /** FEEL, asked after each iteration; reads numberOfInstances, numberOfActiveInstances, numberOfCompletedInstances, numberOfTerminatedInstances. */
  completionCondition: text().optional(),
  /** When iterations throw `event`, to be caught on the border: after each, after the first, by the conditions of `events`, or never (all, default). */
  behaviour: z.enum(['all', 'none', 'one', 'complex']).optional(),
  event: singleTriggerSchema.optional(),
  events: z
    .array(z.strictObject({ condition: text(), event: singleTriggerSchema }))
    .max(50)
    .optional(),
};
const parallelLoopSchema = z.strictObject({ kind: z.literal('parallel'), ...multiInstanceShape });
const sequentialLoopSchema = z.strictObject({ kind: z.literal('sequential'), ...multiInstanceShape });

export const loopSchema = z.discriminatedUnion('kind', [standardLoopSchema, parallelLoopSchema, sequentialLoopSchema]);
export type Loop = z.infer<typeof loopSchema>;
export type StandardLoop = z.infer<typeof standardLoopSchema>;
export type MultiInstance = z.infer<typeof parallelLoopSchema> | z.infer<typeof sequentialLoopSchema>;

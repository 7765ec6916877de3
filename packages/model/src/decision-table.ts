import { z } from 'zod';
import { variableName } from './form.ts';
import { text } from './text.ts';

/**
 * A decision table (DMN 1.5, chapter 8). A rule's `when` are FEEL unary tests, one for each input (`-` or empty: any); its `gives`
 * are FEEL expressions, one for each output. The result is a value for one output, else an object by output name; a list for collect.
 */
export const decisionTableSchema = z.strictObject({
  hitPolicy: z.enum(['unique', 'first', 'any', 'ruleOrder', 'collect']).optional(),
  /** collect only. */
  aggregation: z.enum(['sum', 'min', 'max', 'count']).optional(),
  inputs: z.array(z.strictObject({ expression: text(), label: z.string().max(200).optional() })).max(50),
  outputs: z
    .array(z.strictObject({ name: variableName(), label: z.string().max(200).optional() }))
    .min(1)
    .max(50),
  rules: z.array(z.strictObject({ when: z.array(text()).max(50), gives: z.array(text()).max(50), note: z.string().max(1000).optional() })).max(10_000),
});
export type DecisionTable = z.infer<typeof decisionTableSchema>;

import { z } from 'zod';
import { variableName } from '../form.ts';
import { text } from '../text.ts';
import { defineTrigger } from './define-trigger.ts';

/** As an error, but nothing has to break off: who throws it may go on, and one nobody catches is no trouble. */
export const escalation = defineTrigger({
  label: 'Escalation',
  description: 'Tells whoever is around that more is needed; the work may go on meanwhile.',
  schema: z.strictObject({ type: z.literal('escalation'), code: text().optional(), codeVariable: variableName().optional() }),
});

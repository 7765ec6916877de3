import { formula } from '../mechanics/expressions.ts';
import { succeed } from '../result.ts';
import type { TriggerBehaviour } from '../trigger.ts';

export const conditional: TriggerBehaviour<'conditional'> = (trigger) => ({
  condition: formula(trigger.condition ?? 'false'),
  listen: () => succeed({ kind: 'conditional' }),
});

import { timerOf } from '../mechanics/timers.ts';
import type { TriggerBehaviour } from '../trigger.ts';

export const timer: TriggerBehaviour<'timer'> = (trigger) => {
  const setting = timerOf(trigger);
  return {
    listen: (x, node, scope) => {
      const due = setting(x, node, scope);
      return due.ok ? { ok: true, value: { kind: 'timer', due: due.value } } : due;
    },
  };
};

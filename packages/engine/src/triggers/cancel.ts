import { cancelTransaction } from '../mechanics/compensation.ts';
import type { TriggerBehaviour } from '../trigger.ts';

/** Breaks off the transaction around it: what it did is undone, then its cancel border event goes on (BPMN 2.0.2, 10.3.5). */
export const cancel: TriggerBehaviour<'cancel'> = () => ({ throw: (x, node, token) => cancelTransaction(x, node, token) });

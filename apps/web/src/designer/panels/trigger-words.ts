import type { TriggerType } from '@baton/model';

/** What a trigger is called in the designer, caught and thrown; `none`: an event without one. */
export const TRIGGER_WORDS: { readonly [T in TriggerType | 'none']: { readonly caught: string; readonly thrown: string } } = {
  none: { caught: 'Nothing (plain)', thrown: 'Nothing (plain)' },
  timer: { caught: 'A time', thrown: 'A time' },
  message: { caught: 'A message', thrown: 'Sends a message' },
  signal: { caught: 'A signal', thrown: 'Broadcasts a signal' },
  error: { caught: 'An error', thrown: 'Throws an error' },
  escalation: { caught: 'An escalation', thrown: 'Escalates' },
  conditional: { caught: 'A condition becomes true', thrown: 'A condition' },
  compensation: { caught: 'Undoing (compensation)', thrown: 'Undoes what was done' },
  link: { caught: 'A link from elsewhere', thrown: 'Goes on at a link' },
  cancel: { caught: 'The transaction is cancelled', thrown: 'Cancels the transaction' },
  terminate: { caught: 'Everything ends', thrown: 'Ends everything' },
  multiple: { caught: 'The first of several', thrown: 'Several at once' },
  parallelMultiple: { caught: 'All of several', thrown: 'All of several' },
};

import type { TaskDetail } from '@baton/contract';
import type { DraftState } from './draft-saver.ts';
import { clockWords } from './when-words.ts';

/** Where what was typed is: `Draft saved 14:03`. */
export const draftWords = (state: DraftState): string | null => {
  const words: { readonly [T in DraftState['type']]: string | null } = {
    none: null,
    unsaved: 'Saving …',
    saving: 'Saving …',
    saved: state.type === 'saved' ? `Draft saved ${clockWords(state.at)}` : null,
    local: 'Saved on this device only, trying again',
  };
  return words[state.type];
};

/** What happens with a decision: the next step people take, if the process has one ahead. */
export const afterYou = (task: Pick<TaskDetail, 'steps' | 'status' | 'may'>): string => {
  const next = task.steps.find(({ state }) => state === 'ahead');
  if (next) return `After you: ${next.name}`;
  return task.status === 'open' && task.may.claim ? 'It becomes yours when you begin' : 'The process goes on at once';
};

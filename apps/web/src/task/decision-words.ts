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

/** What comes with a decision. Which way the process takes is its own affair, so it only says which steps are still ahead. */
export const afterYou = (task: Pick<TaskDetail, 'steps' | 'status' | 'may'>): string => {
  const current = task.steps.findIndex(({ state }) => state === 'current');
  const [next, ...more] = task.steps.slice(current + 1).filter(({ state }) => state === 'ahead');
  if (next) return `Still ahead: ${next.name}${more.length > 0 ? ` and ${more.length} more` : ''}`;
  return task.status === 'open' && task.may.claim ? 'It becomes yours when you begin' : 'The process goes on at once';
};

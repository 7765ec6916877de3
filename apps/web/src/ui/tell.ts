import { create } from 'zustand';
import { sentenceOf } from '../api/api-problem.ts';

export interface Told {
  readonly id: number;
  readonly tone: 'done' | 'attention';
  readonly title: string;
  readonly detail?: string | undefined;
  /** A way to take it back, or to go on. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  readonly forMs: number;
}

/** What is being said at the bottom of the page now. */
export const useTold = create<{ readonly told: readonly Told[] }>(() => ({ told: [] }));

const SECONDS = 1000;
let lastId = 0;

export const forget = (id: number): void => useTold.setState(({ told }) => ({ told: told.filter((one) => one.id !== id) }));

/** Says that something happened, for a few seconds; with an action for ten. Returns how to take the message away. */
export function tell(title: string, more: Partial<Omit<Told, 'id' | 'title'>> = {}): () => void {
  const id = ++lastId;
  const forMs = more.forMs ?? (more.action || more.tone === 'attention' ? 10 * SECONDS : 4 * SECONDS);
  useTold.setState(({ told }) => ({ told: [...told.slice(-2), { tone: 'done', ...more, id, title, forMs }] }));
  return () => forget(id);
}

/** For `onError`: what didn't work, and why in the server's words. */
export const tellProblem = (title: string) => (error: unknown) => void tell(title, { tone: 'attention', detail: sentenceOf(error) });

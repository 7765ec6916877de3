/** What an element is doing in one instance; see ux.md 4.2 for the words and colours. */
export type ElementState = 'running' | 'waiting' | 'done' | 'attention' | 'canceled' | 'paused' | 'not-reached';

export interface ElementActivity {
  readonly state: ElementState;
  /** How often it was done, or how many tokens are in it; shown from 2 on. */
  readonly count?: number | undefined;
  /** Two letters of whom it waits for; without them waiting shows an hourglass, or a clock on a timer. */
  readonly initials?: string | undefined;
  /** The state in words for screen readers and the tooltip: "Waiting for A. Meyer". */
  readonly words?: string | undefined;
}

export type FlowState = 'taken' | 'not-reached';

export const STATE_WORDS: { readonly [S in ElementState]: string } = {
  running: 'Running',
  waiting: 'Waiting',
  done: 'Done',
  attention: 'Needs attention',
  canceled: 'Canceled',
  paused: 'Paused',
  'not-reached': 'Not reached',
};

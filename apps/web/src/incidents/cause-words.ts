/** What the engine says around a worker's own words when no try is left. */
const NO_TRY_LEFT = /^Expected “.*?” to be done, but its job failed and no try is left: /s;

export interface CauseWords {
  /** The cause itself, in a line. */
  readonly headline: string;
  /** What else was said of it. */
  readonly rest: string;
}

/** The cause first: `503 Service Unavailable`, not that a step was expected to be done. */
export function causeWords(message: string): CauseWords {
  const [headline = '', ...rest] = message.replace(NO_TRY_LEFT, '').trim().split('\n');
  return headline ? { headline, rest: rest.join('\n').trimEnd() } : { headline: message, rest: '' };
}

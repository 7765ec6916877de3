/** One step of a run: a token takes a flow, or begins at an element no flow leads it to (a start, a border event, a link). */
export type PathStep = { readonly take: string } | { readonly enter: string };

/**
 * - `deadlock`: a token waits for another that can't come any more.
 * - `improperCompletion`: the same, after an end beside it was reached, so that all looks done.
 * - `lackOfSynchronisation`: two tokens meet where nothing joins them; what follows happens twice.
 * - `livelock`: from here on no run ever ends.
 * - `deadActivity`: no run reaches it.
 */
export const FINDING_KINDS = ['deadlock', 'improperCompletion', 'lackOfSynchronisation', 'livelock', 'deadActivity'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export interface Finding {
  readonly kind: FindingKind;
  /** Where to look first. */
  readonly elementId: string;
  /** All that are concerned. */
  readonly elementIds: readonly string[];
  readonly message: string;
  /** The shortest run found that shows it; empty for a dead activity, which no run shows. */
  readonly path: readonly PathStep[];
}

export interface Soundness {
  /** `tooLarge`: nothing was found in the part that was looked at, but that wasn't all. */
  readonly verdict: 'sound' | 'unsound' | 'tooLarge';
  readonly findings: readonly Finding[];
  /** Markings that were looked at. */
  readonly states: number;
  /** At how many it would have given up. */
  readonly maxStates: number;
}

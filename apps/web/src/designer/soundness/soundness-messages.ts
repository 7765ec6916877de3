import type { Graph } from '@baton/model';
import type { Soundness } from '@baton/soundness';

/** To the worker. Answers carry the number of their question: a late one is for a drawing that has changed since. */
export interface SoundnessQuestion {
  readonly number: number;
  readonly graph: Graph;
}

export interface SoundnessAnswer {
  readonly number: number;
  readonly soundness: Soundness;
}

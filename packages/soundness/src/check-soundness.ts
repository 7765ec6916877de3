import type { Process } from '@baton/model';
import { Drawing } from './drawing.ts';
import { explore } from './explore.ts';
import { findAll } from './find-all.ts';
import type { Soundness } from './finding.ts';
import { fuse } from './fuse.ts';
import { netOf } from './net-of.ts';

export const MAX_STATES = 3_000;
/** Markings times places: what bounds time and memory for large drawings. */
const MAX_CELLS = 1_000_000;
const MAX_ELEMENTS = 1_000;

/**
 * Looks for runs that get stuck, double or never end, whatever the data are (docs/soundness.md). Bounded: what is too large to
 * be looked at as a whole is said to be so.
 */
export function checkSoundness(process: Process, { maxStates = MAX_STATES }: { readonly maxStates?: number } = {}): Soundness {
  if (process.graph.elements.length > MAX_ELEMENTS) return { verdict: 'tooLarge', findings: [], states: 0, maxStates };
  const drawing = new Drawing(process);
  const net = fuse(netOf(drawing));
  const limit = Math.min(maxStates, Math.ceil(MAX_CELLS / net.places.length));
  const exploration = explore(net, limit);
  const findings = findAll(drawing, net, exploration);
  const verdict = findings.length ? 'unsound' : exploration.isComplete ? 'sound' : 'tooLarge';
  return { verdict, findings, states: exploration.states.length, maxStates: limit };
}

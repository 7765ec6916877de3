import { type Element, type GraphIndex, nameOf, nameOfFlow, type Problem } from '@baton/model';
import type { Finding, PathStep, Soundness } from '@baton/soundness';
import type { ElementActivity, FlowState } from '../../canvas/live-state.ts';

/** A run that goes wrong, being shown. */
export interface Playback {
  readonly finding: Finding;
  /** How many of its steps have been shown. */
  readonly at: number;
  readonly isPaused: boolean;
}

/** The finding a problem tells of, if a run shows it. */
export function findingOf(soundness: Soundness | null, { elementId, message }: Problem): Finding | undefined {
  return soundness?.findings.find((finding) => finding.elementId === elementId && finding.message === message && finding.path.length > 0);
}

export const begin = (finding: Finding): Playback => ({ finding, at: 1, isPaused: false });
export const isOver = ({ finding, at }: Playback) => at >= finding.path.length;

/** To a step of the path, as near as there is one. */
export function goTo(playback: Playback, at: number, isPaused = playback.isPaused): Playback {
  return { ...playback, at: Math.max(1, Math.min(at, playback.finding.path.length)), isPaused };
}

export interface PlaybackPicture {
  readonly elements: Readonly<Record<string, ElementActivity>>;
  readonly flows: Readonly<Record<string, FlowState>>;
  /** The flow the token crosses just now. */
  readonly crossed: string | undefined;
  /** The element the last step led to. */
  readonly reached: string | undefined;
}

/** What the canvas shows of it: the way so far, where tokens are, and in the end where it goes wrong. */
export function pictureOf(playback: Playback, index: GraphIndex): PlaybackPicture {
  const { finding, at } = playback;
  const elements: Record<string, ElementActivity> = {};
  const flows: Record<string, FlowState> = {};
  let last: string | undefined;
  for (const step of finding.path.slice(0, at)) {
    const flow = 'take' in step ? index.flow(step.take) : undefined;
    if (flow) {
      flows[flow.id] = 'taken';
      elements[flow.from] = { state: 'done' };
    }
    const reached = flow?.to ?? ('enter' in step ? step.enter : undefined);
    last = reached;
    if (reached !== undefined) elements[reached] = { state: 'waiting', words: 'A token is here' };
  }
  if (isOver(playback)) for (const id of finding.elementIds) elements[id] = { state: 'attention', words: finding.message };
  const step = finding.path[at - 1];
  return { elements, flows, crossed: step && 'take' in step ? step.take : undefined, reached: last };
}

/** The step in words; the last one says what is wrong. */
export function sentenceOf(playback: Playback, index: GraphIndex): string {
  const step = playback.finding.path[playback.at - 1];
  if (isOver(playback) || !step) return playback.finding.message;
  return stepInWords(step, index);
}

function stepInWords(step: PathStep, index: GraphIndex): string {
  if ('enter' in step) {
    const element = index.element(step.enter);
    return element ? (ENTERED[element.type]?.(element) ?? `It goes on at ${nameOf(element)}.`) : '';
  }
  const flow = index.flow(step.take);
  return flow ? `A token takes ${nameOfFlow(index, flow)}.` : '';
}

const ENTERED: { readonly [T in Element['type']]?: (element: Element) => string } = {
  startEvent: (element) => `It begins at ${nameOf(element)}.`,
  boundaryEvent: (element) => `${nameOf(element)} happens.`,
};

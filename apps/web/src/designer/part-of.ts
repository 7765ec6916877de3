import type { Graph } from '@baton/model';
import { kindWord } from '../canvas/element-words.ts';
import { FIGURE_WORDS } from '../canvas/figures.ts';

/** Anything drawn: what is written on it and what it is called. */
export interface Part {
  readonly name: string;
  /** "lane", "message flow". */
  readonly word: string;
}

export function partOf(graph: Graph, id: string): Part | undefined {
  const isIt = (part: { readonly id: string }) => part.id === id;
  const element = graph.elements.find(isIt);
  if (element) return { name: element.name ?? '', word: kindWord(element).toLowerCase() };
  const flow = graph.flows.find(isIt);
  if (flow) return { name: flow.name ?? '', word: 'flow' };
  const artifact = graph.artifacts?.find(isIt);
  if (artifact)
    return { name: (artifact.type === 'textAnnotation' ? artifact.text : undefined) ?? artifact.name ?? '', word: FIGURE_WORDS[artifact.type].toLowerCase() };
  const [pool, lane, messageFlow] = [graph.pools?.find(isIt), graph.lanes?.find(isIt), graph.messageFlows?.find(isIt)];
  if (pool) return { name: pool.name ?? '', word: 'pool' };
  if (lane) return { name: lane.name ?? '', word: 'lane' };
  return messageFlow ? { name: messageFlow.name ?? '', word: 'message flow' } : undefined;
}

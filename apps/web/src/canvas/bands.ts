import { ELEMENTS, type Element } from '@baton/model';

/** Stacking on the canvas: ten per depth of sub-process. */
const PER_DEPTH = 10;
export const SELECTION_BAND = 4;
export const GHOST_BAND = 5000;

export function elementBand(element: Element, depth: number): number {
  if ('attachedTo' in element) return PER_DEPTH * depth + 8;
  return PER_DEPTH * depth + (ELEMENTS[element.type].category === 'container' ? 0 : 6);
}
export const flowBand = (depth: number): number => PER_DEPTH * depth + 5;

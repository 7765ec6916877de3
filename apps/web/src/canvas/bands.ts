import { ELEMENTS, type Element } from '@baton/model';
import type { FigureKind } from './figures.ts';

/** Stacking on the canvas: ten per depth of sub-process. */
const PER_DEPTH = 10;
export const SELECTION_BAND = 4;
export const GHOST_BAND = 5000;

export function elementBand(element: Element, depth: number): number {
  if ('attachedTo' in element) return PER_DEPTH * depth + 8;
  return PER_DEPTH * depth + (ELEMENTS[element.type].category === 'container' ? 0 : 6);
}
/** Under all that is in them. */
const FIGURE_BANDS: { readonly [K in FigureKind]: number } = { pool: -8, lane: -6, group: -2, textAnnotation: 6, dataObject: 6, dataStore: 6 };
export const figureBand = (kind: FigureKind, depth: number): number => FIGURE_BANDS[kind] + PER_DEPTH * depth;
export const flowBand = (depth: number): number => PER_DEPTH * depth + 5;

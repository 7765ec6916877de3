import type { Box, Point } from '@baton/model';

export const SIDES = ['top', 'right', 'bottom', 'left'] as const;
export type Side = (typeof SIDES)[number];

/** The way out at each side. */
export const OUTWARD: { readonly [S in Side]: Point } = { top: { x: 0, y: -1 }, right: { x: 1, y: 0 }, bottom: { x: 0, y: 1 }, left: { x: -1, y: 0 } };
export const OPPOSITE: { readonly [S in Side]: Side } = { top: 'bottom', right: 'left', bottom: 'top', left: 'right' };

export const sideMiddle = (box: Box, side: Side): Point => ({
  x: box.x + (box.width * (OUTWARD[side].x + 1)) / 2,
  y: box.y + (box.height * (OUTWARD[side].y + 1)) / 2,
});

import { type Box, ELEMENTS, type ElementCategory, type ElementType, type Point } from '@baton/model';
import { centreOf } from './box.ts';

/** The true shape of an element's border. */
export interface Outline {
  readonly kind: 'circle' | 'diamond' | 'rounded-rect';
  readonly box: Box;
}

const KINDS: { readonly [C in ElementCategory]: Outline['kind'] } = { event: 'circle', gateway: 'diamond', task: 'rounded-rect', container: 'rounded-rect' };
export const CORNER_RADIUS = 10;

export const outlineOf = (type: ElementType, box: Box): Outline => ({ kind: KINDS[ELEMENTS[type].category], box });

/** Where a flow that comes from `toward` touches the outline: straight on where that meets it, else on the way to the middle. */
export function dock(outline: Outline, toward: Point): Point {
  const { box } = outline;
  const centre = centreOf(box);
  const dx = toward.x - centre.x;
  const dy = toward.y - centre.y;
  if (Math.abs(dx) < box.width / 2 && Math.abs(dy) >= box.height / 2) return { x: toward.x, y: centre.y + Math.sign(dy) * reach(outline, dx, 'vertical') };
  if (Math.abs(dy) < box.height / 2 && Math.abs(dx) >= box.width / 2) return { x: centre.x + Math.sign(dx) * reach(outline, dy, 'horizontal'), y: toward.y };
  return onRay(outline, dx, dy);
}

/** Half the length of the outline along a straight line that passes the middle at a distance of `offset`. */
function reach({ kind, box }: Outline, offset: number, along: 'horizontal' | 'vertical'): number {
  const half = along === 'horizontal' ? box.width / 2 : box.height / 2;
  const across = along === 'horizontal' ? box.height / 2 : box.width / 2;
  const distance = Math.abs(offset);
  if (kind === 'diamond') return half * (1 - distance / across);
  if (kind === 'circle') return half * Math.sqrt(Math.max(0, 1 - (distance / across) ** 2));
  const radius = Math.min(CORNER_RADIUS, half, across);
  const intoCorner = distance - (across - radius);
  return intoCorner <= 0 ? half : half - radius + Math.sqrt(Math.max(0, radius ** 2 - intoCorner ** 2));
}

function onRay({ kind, box }: Outline, dx: number, dy: number): Point {
  const centre = centreOf(box);
  const [u, v] = [Math.abs(dx) / (box.width / 2 || 1), Math.abs(dy) / (box.height / 2 || 1)];
  const size = { circle: Math.hypot(u, v), diamond: u + v, 'rounded-rect': Math.max(u, v) }[kind];
  if (size === 0) return { x: centre.x + box.width / 2, y: centre.y };
  return { x: centre.x + dx / size, y: centre.y + dy / size };
}

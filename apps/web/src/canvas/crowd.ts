import type { Box, Point } from '@baton/model';
import { overlaps } from './geometry.ts';

interface Member {
  readonly owner: string;
  readonly box: Box;
  readonly weight: number;
}

/** A name over a shape can't be read; over a line it can, with effort. */
const WEIGHT = { shape: 10, text: 8, line: 3 } as const;
const CELL = 200;
const LINE_HALF = 2;

/** What already stands on the drawing, to find free places for names. Looks only at what is near. */
export class Crowd {
  private readonly cells = new Map<string, Member[]>();

  addShape(owner: string, box: Box): void {
    this.add({ owner, box, weight: WEIGHT.shape });
  }

  addText(owner: string, box: Box): void {
    this.add({ owner, box, weight: WEIGHT.text });
  }

  addLine(owner: string, waypoints: readonly Point[]): void {
    for (const [index, to] of waypoints.slice(1).entries()) {
      const from = waypoints[index]!;
      const [x, y] = [Math.min(from.x, to.x) - LINE_HALF, Math.min(from.y, to.y) - LINE_HALF];
      const box = { x, y, width: Math.abs(to.x - from.x) + 2 * LINE_HALF, height: Math.abs(to.y - from.y) + 2 * LINE_HALF };
      this.add({ owner, box, weight: WEIGHT.line });
    }
  }

  /** 0: nothing is covered. */
  coveredBy(box: Box, own: string): number {
    const covered = new Set<Member>();
    for (const key of cellsOf(box)) for (const member of this.cells.get(key) ?? []) if (member.owner !== own && overlaps(member.box, box)) covered.add(member);
    return [...covered].reduce((sum, { weight }) => sum + weight, 0);
  }

  private add(member: Member): void {
    for (const key of cellsOf(member.box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(member);
      else this.cells.set(key, [member]);
    }
  }
}

function cellsOf({ x, y, width, height }: Box): string[] {
  const keys: string[] = [];
  for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column++)
    for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row++) keys.push(`${column} ${row}`);
  return keys;
}

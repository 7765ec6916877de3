import type { EditCommand } from '@baton/editing';
import type { Box, GraphIndex, Point } from '@baton/model';
import type { Corner, Hit } from '../../canvas/hit-test.ts';
import type { Scene } from '../../canvas/scene.ts';
import type { HelperLine } from '../../canvas/snap.ts';

/** What happens to the connection that is being drawn, if it were let go here. */
export type ConnectionTarget = { readonly id: string; readonly isAllowed: boolean; readonly reason?: string };

/** Where a dragged or new element would land, besides the plain process. */
export type DropPlace =
  | { readonly type: 'container'; readonly id: string }
  | { readonly type: 'flow'; readonly id: string }
  | { readonly type: 'border'; readonly host: string; readonly side: 'top' | 'right' | 'bottom' | 'left'; readonly t: number };

/** What the hand is doing. `path` reads like a sentence and is what tests assert. */
export type ToolState =
  | { readonly path: 'select.idle' }
  | { readonly path: 'select.pressing'; readonly at: Point; readonly hit: Hit; readonly isAdding: boolean }
  | {
      readonly path: 'select.moving';
      readonly at: Point;
      readonly ids: readonly string[];
      readonly box: Box;
      readonly by: Point;
      readonly lines: readonly HelperLine[];
      readonly place: DropPlace | null;
      readonly parent: string | null | undefined;
    }
  | { readonly path: 'select.lasso'; readonly at: Point; readonly to: Point; readonly before: readonly string[] }
  | { readonly path: 'select.resizing'; readonly id: string; readonly corner: Corner; readonly box: Box }
  | { readonly path: 'select.bending'; readonly flow: string; readonly segment: number; readonly waypoints: readonly Point[]; readonly hasMoved: boolean }
  | { readonly path: 'connect.choosing' }
  | { readonly path: 'connect.drawing'; readonly source: string; readonly to: Point; readonly target: ConnectionTarget | null; readonly byClick: boolean }
  | { readonly path: 'place.aiming'; readonly item: string; readonly at: Point | null; readonly place: DropPlace | null }
  /** Arrow keys move the selection until Enter or Escape. */
  | { readonly path: 'move.byKeys'; readonly ids: readonly string[]; readonly by: Point }
  | { readonly path: 'hand' };

export type ToolPath = ToolState['path'];
export const IDLE: ToolState = { path: 'select.idle' };

export interface PointerInput {
  readonly point: Point;
  readonly hit: Hit;
  /** Shift, or Ctrl/Cmd: adds to the selection. */
  readonly isAdding: boolean;
  /** Alt: no snapping. */
  readonly isFree: boolean;
  /** Ctrl/Cmd while dragging: stay in the same sub-process. */
  readonly keepsParent: boolean;
}

export type ToolInput =
  | ({ readonly type: 'down' } & PointerInput)
  | ({ readonly type: 'move' } & PointerInput)
  | ({ readonly type: 'up' } & PointerInput)
  | ({ readonly type: 'double' } & PointerInput)
  | { readonly type: 'cancel' };

/** What the tool wants done. Only commands change the draft, and only when the hand lets go. */
export type ToolEffect =
  | { readonly type: 'select'; readonly ids: readonly string[] }
  | { readonly type: 'command'; readonly command: EditCommand }
  | { readonly type: 'place'; readonly item: string; readonly at: Point; readonly place: DropPlace | null }
  | { readonly type: 'rename'; readonly id: string }
  | { readonly type: 'say'; readonly text: string };

export interface ToolContext {
  readonly scene: Scene;
  readonly index: GraphIndex;
  readonly selection: readonly string[];
  readonly zoom: number;
}

export interface ToolStep {
  readonly state: ToolState;
  readonly effects: readonly ToolEffect[];
}

export const stay = (state: ToolState, ...effects: readonly ToolEffect[]): ToolStep => ({ state, effects });

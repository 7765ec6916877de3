import type { EditCommand } from '@baton/editing';
import type { GraphIndex } from '@baton/model';
import { moveCommand } from './move-elements.ts';
import type { ToolState } from './tool.ts';

/** The command that letting go now would give, to be shown on the canvas meanwhile and written nowhere. */
export function previewCommand(tool: ToolState, index: GraphIndex): EditCommand | undefined {
  if (tool.path === 'select.moving') return moveCommand(tool, { index });
  if (tool.path === 'move.byKeys') return tool.by.x || tool.by.y ? { type: 'moveElements', ids: tool.ids, by: tool.by } : undefined;
  if (tool.path === 'select.resizing') return { type: 'resize', id: tool.id, box: tool.box };
  if (tool.path === 'select.bending' && tool.hasMoved) return { type: 'setWaypoints', flow: tool.flow, waypoints: tool.waypoints };
  return undefined;
}

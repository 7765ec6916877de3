import type { EditCommandOf, EditCommandType } from '../command.ts';
import type { Draft } from '../draft.ts';
import type { Outcome } from '../outcome.ts';
import { addArtifact } from './add-artifact.ts';
import { addElement } from './add-element.ts';
import { addLane } from './add-lane.ts';
import { addPool } from './add-pool.ts';
import { appendElement } from './append-element.ts';
import { attachBoundaryEvent } from './attach-boundary-event.ts';
import { changeType } from './change-type.ts';
import { connect } from './connect.ts';
import { detachBoundaryEvent } from './detach-boundary-event.ts';
import { duplicate } from './duplicate.ts';
import { moveBoundaryEvent } from './move-boundary-event.ts';
import { moveElements } from './move-elements.ts';
import { moveLabel } from './move-label.ts';
import { orderFlows } from './order-flows.ts';
import { paste } from './paste.ts';
import { reconnect } from './reconnect.ts';
import { removeElements } from './remove-elements.ts';
import { rename } from './rename.ts';
import { resetRoute } from './reset-route.ts';
import { resize } from './resize.ts';
import { setFlow } from './set-flow.ts';
import { setGraphProperties } from './set-graph-properties.ts';
import { setProperties } from './set-properties.ts';
import { setWaypoints } from './set-waypoints.ts';
import { toggleCollapsed } from './toggle-collapsed.ts';

/** What each command does to a draft. */
export const COMMANDS: { readonly [T in EditCommandType]: (draft: Draft, command: EditCommandOf<T>) => Outcome } = {
  addElement,
  addArtifact,
  addPool,
  addLane,
  appendElement,
  connect,
  reconnect,
  removeElements,
  moveElements,
  resize,
  rename,
  setProperties,
  setFlow,
  orderFlows,
  changeType,
  attachBoundaryEvent,
  moveBoundaryEvent,
  detachBoundaryEvent,
  setGraphProperties,
  setWaypoints,
  resetRoute,
  moveLabel,
  paste,
  duplicate,
  toggleCollapsed,
};

import type { ARTIFACT_TYPES, Artifact, Box, Element, ElementType, Flow, Layout, Point, VariableDeclaration } from '@baton/model';
import type { Side } from './geometry/side.ts';

/** Properties of an element by name; `null` or `undefined` takes one away. */
export type Properties = { readonly [name: string]: unknown };

/** What was copied: whole elements with what belongs to them, and the flows between them. */
export interface Fragment {
  readonly elements: readonly Element[];
  readonly flows: readonly Flow[];
  readonly artifacts: readonly Artifact[];
  readonly layout: Layout;
}

/** What is drawn beside the flow and has a place of its own; the others are lines. */
export type PlacedArtifactType = Exclude<(typeof ARTIFACT_TYPES)[number], 'association' | 'dataAssociation'>;

/** Everything a hand can do to a drawing. Points are where the middle shall be; `parent: null` is the process itself. */
export type EditCommand =
  /** `onFlow`: put into that flow. `parent` absent: the process itself, or where that flow is. */
  | {
      readonly type: 'addElement';
      readonly elementType: ElementType;
      readonly at: Point;
      readonly parent?: string | null;
      readonly onFlow?: string;
      readonly id?: string;
      readonly properties?: Properties;
    }
  /** Behind `after`, right of it where there is room, joined by a flow. */
  | { readonly type: 'appendElement'; readonly after: string; readonly elementType: ElementType; readonly id?: string; readonly properties?: Properties }
  /** A note, a group, a data object or a data store; `about`: joined to that element by a line. */
  | {
      readonly type: 'addArtifact';
      readonly artifactType: PlacedArtifactType;
      readonly at: Point;
      readonly parent?: string | null;
      readonly about?: string;
      readonly id?: string;
      readonly properties?: Properties;
    }
  /** The first one goes around the process as it is drawn; another one is somebody else. */
  | { readonly type: 'addPool'; readonly at: Point; readonly id?: string; readonly properties?: Properties }
  /** Below the others of that pool; the first fills it. `pool` absent: the pool at that point, or a new one around the process. */
  | { readonly type: 'addLane'; readonly pool?: string; readonly at?: Point; readonly id?: string; readonly properties?: Properties }
  /** A flow, or what the two ends allow instead (see `lineBetween`): a message flow between pools, an association, a data association. */
  | { readonly type: 'connect'; readonly from: string; readonly to: string; readonly id?: string; readonly name?: string; readonly condition?: string }
  | { readonly type: 'reconnect'; readonly flow: string; readonly from?: string; readonly to?: string }
  /** Anything drawn. With a pool go its lanes and, unless it is the process's own, what is in it. */
  | { readonly type: 'removeElements'; readonly ids: readonly string[] }
  /** `parent` absent: they stay in the sub-process they are in (see `dropTarget`). `onFlow`: a single one without flows is put into that one. */
  | {
      readonly type: 'moveElements';
      readonly ids: readonly string[];
      readonly by: Point;
      readonly parent?: string | null;
      readonly onFlow?: string;
    }
  | { readonly type: 'resize'; readonly id: string; readonly box: Box }
  /** Anything drawn; an empty name takes it away. */
  | { readonly type: 'rename'; readonly id: string; readonly name: string }
  /** Of an element, an artifact, a pool, a lane or a message flow. */
  | { readonly type: 'setProperties'; readonly id: string; readonly properties: Properties }
  /** `null` takes it away. A default has no condition, and there is one for each element. */
  | { readonly type: 'setFlow'; readonly id: string; readonly name?: string | null; readonly condition?: string | null; readonly isDefault?: boolean }
  /** In which order an element's outgoing flows are asked. */
  | { readonly type: 'orderFlows'; readonly from: string; readonly flows: readonly string[] }
  | { readonly type: 'changeType'; readonly id: string; readonly to: ElementType }
  /** A new border event, or with `event` one that stood by itself. `t`: 0 to 1 along the side. */
  | {
      readonly type: 'attachBoundaryEvent';
      readonly host: string;
      readonly side?: Side;
      readonly t?: number;
      readonly event?: string;
      readonly id?: string;
      readonly properties?: Properties;
    }
  | { readonly type: 'moveBoundaryEvent'; readonly id: string; readonly side: Side; readonly t: number; readonly host?: string }
  /** The border event becomes a waiting event of its own. */
  | { readonly type: 'detachBoundaryEvent'; readonly id: string; readonly at: Point }
  | {
      readonly type: 'setGraphProperties';
      readonly name?: string;
      readonly description?: string | null;
      readonly variables?: readonly VariableDeclaration[] | null;
      readonly versionTag?: string | null;
    }
  /** Bends placed by hand, of a flow or another line; the ends of a flow are put on the outlines. */
  | { readonly type: 'setWaypoints'; readonly flow: string; readonly waypoints: readonly Point[] }
  | { readonly type: 'resetRoute'; readonly flow: string }
  | { readonly type: 'moveLabel'; readonly id: string; readonly label: Box | null }
  /** `at`: where the middle of what is pasted comes to lie. */
  | { readonly type: 'paste'; readonly fragment: Fragment; readonly at: Point; readonly parent?: string | null }
  | { readonly type: 'duplicate'; readonly ids: readonly string[]; readonly by: Point }
  | { readonly type: 'toggleCollapsed'; readonly id: string };

export type EditCommandType = EditCommand['type'];
export type EditCommandOf<T extends EditCommandType> = Extract<EditCommand, { type: T }>;

import type { Point } from '@baton/model';
import type { RefObject } from 'react';
import { GHOST_BAND, SELECTION_BAND } from '../canvas/bands.ts';
import { flowLine, flowTip } from '../canvas/flow-path.ts';
import { centreOf, pointOnOutline } from '../canvas/geometry.ts';
import { cornersOf, dockPoints, isResizable } from '../canvas/hit-test.ts';
import { type DrawnShape, type Scene, shapeOf } from '../canvas/scene.ts';
import { SelectionRing } from '../canvas/selection-ring.tsx';
import type { HelperLine } from '../canvas/snap.ts';
import { TokenLayer } from '../canvas/token-layer.tsx';
import { useZoom } from '../canvas/use-viewport.ts';
import styles from './canvas-overlays.module.css';
import { FirstStep } from './first-step.tsx';
import { PlacementGhost } from './placement-ghost.tsx';
import { RenameBox } from './rename-box.tsx';
import { SelectionTools } from './selection-tools.tsx';
import { pictureOf } from './soundness/playback.ts';
import { boxBetween } from './tools/resize-box.ts';
import type { DropPlace, ToolState } from './tools/tool.ts';
import { useDesignerState } from './use-designer.ts';

interface CanvasOverlaysProps {
  readonly scene: Scene;
  readonly hovered: string | undefined;
  readonly boardRef: RefObject<HTMLElement | null>;
}

/** What stands on the drawing while somebody works on it: rings, handles, lines, the name being typed. */
export function CanvasOverlays({ scene, hovered, boardRef }: CanvasOverlaysProps) {
  const tool = useDesignerState((state) => state.tool);
  const selection = useDesignerState((state) => state.selection);
  const zoom = useZoom();
  const drawnOf = (id: string | undefined) => shapeOf(scene, id);
  const selected = selection.map(drawnOf).filter((drawn) => drawn !== undefined);
  const over = tool.path === 'select.idle' && hovered !== undefined && !selection.includes(hovered) ? drawnOf(hovered) : undefined;
  const single = selected.length === 1 && selection.length === 1 ? selected[0] : undefined;

  return (
    <>
      {selected.map((drawn) => (
        <SelectionRing key={drawn.id} outline={drawn.outline} box={drawn.box} band={ringBand(drawn)} />
      ))}
      {over && <Hovered drawn={over} zoom={zoom} />}
      {single && single.id === hovered && tool.path === 'select.idle' && <Docks drawn={single} zoom={zoom} />}
      {single && isResizable(single) && <Corners drawn={single} zoom={zoom} />}
      <ToolMarks tool={tool} scene={scene} drawnOf={drawnOf} zoom={zoom} />
      <PlayedToken scene={scene} />
      <FirstStep />
      <RenameBox scene={scene} boardRef={boardRef} />
      {tool.path === 'select.idle' && <SelectionTools scene={scene} boardRef={boardRef} zoom={zoom} />}
    </>
  );
}

/** Around a sub-process under the flows, around all else just under it; over the frame of a pool. */
const ringBand = ({ band }: DrawnShape) => (band <= 0 ? SELECTION_BAND : band - 2);

/** The token of the run that is shown, on the flow it takes just now. */
function PlayedToken({ scene }: Pick<CanvasOverlaysProps, 'scene'>) {
  const playback = useDesignerState((state) => state.playback);
  const index = useDesignerState((state) => state.index);
  const crossed = playback && pictureOf(playback, index).crossed;
  if (!playback || !crossed) return null;
  return <TokenLayer tokens={[{ id: `${playback.at} ${crossed}`, flowId: crossed }]} flows={scene.flows} />;
}

const Hovered = ({ drawn, zoom }: { readonly drawn: DrawnShape; readonly zoom: number }) => (
  <>
    <SelectionRing outline={drawn.outline} box={drawn.box} band={ringBand(drawn)} tone="hovered" />
    <Docks drawn={drawn} zoom={zoom} />
  </>
);

/** Small circles a new flow is pulled from. */
const Docks = ({ drawn, zoom }: { readonly drawn: DrawnShape; readonly zoom: number }) => (
  <svg className={styles.marks} style={{ zIndex: drawn.band + 2 }} aria-hidden="true">
    {dockPoints(drawn.box).map(({ x, y }) => (
      <circle key={`${x} ${y}`} className={styles.dock} cx={x} cy={y} r={4 / Math.max(zoom, 0.6)} />
    ))}
  </svg>
);

const Corners = ({ drawn, zoom }: { readonly drawn: DrawnShape; readonly zoom: number }) => (
  <svg className={styles.marks} style={{ zIndex: drawn.band + 3 }} aria-hidden="true">
    {Object.entries(cornersOf(drawn.box)).map(([corner, { x, y }]) => (
      <rect key={corner} className={styles.corner} data-corner={corner} x={x - 4 / zoom} y={y - 4 / zoom} width={8 / zoom} height={8 / zoom} rx={2 / zoom} />
    ))}
  </svg>
);

interface ToolMarksProps {
  readonly tool: ToolState;
  readonly scene: Scene;
  readonly drawnOf: (id: string | undefined) => DrawnShape | undefined;
  readonly zoom: number;
}

function ToolMarks({ tool, scene, drawnOf, zoom }: ToolMarksProps) {
  if (tool.path === 'select.lasso') return <Lasso from={tool.at} to={tool.to} zoom={zoom} />;
  if (tool.path === 'select.moving') {
    return (
      <>
        <HelperLines lines={tool.lines} zoom={zoom} />
        <DropMark place={tool.place} scene={scene} drawnOf={drawnOf} />
      </>
    );
  }
  if (tool.path === 'place.aiming' && tool.at) {
    return (
      <>
        <DropMark place={tool.place} scene={scene} drawnOf={drawnOf} />
        <PlacementGhost item={tool.item} at={tool.at} />
      </>
    );
  }
  if (tool.path === 'connect.drawing') return <Connection tool={tool} drawnOf={drawnOf} zoom={zoom} />;
  return null;
}

function Lasso({ from, to, zoom }: { readonly from: Point; readonly to: Point; readonly zoom: number }) {
  const box = boxBetween(from, to);
  return (
    <svg className={styles.marks} style={{ zIndex: GHOST_BAND }} aria-hidden="true">
      <rect className={styles.lasso} {...box} strokeWidth={1 / zoom} />
    </svg>
  );
}

const HelperLines = ({ lines, zoom }: { readonly lines: readonly HelperLine[]; readonly zoom: number }) => (
  <svg className={styles.marks} style={{ zIndex: GHOST_BAND }} aria-hidden="true">
    {lines.map(({ axis, at, from, to }) => (
      <path
        key={axis}
        className={styles.helper}
        strokeWidth={1 / zoom}
        d={axis === 'x' ? `M${at} ${from - 20}V${to + 20}` : `M${from - 20} ${at}H${to + 20}`}
      />
    ))}
  </svg>
);

/** Lights up what would take up the dragged element. */
function DropMark({ place, scene, drawnOf }: { readonly place: DropPlace | null } & Pick<ToolMarksProps, 'scene' | 'drawnOf'>) {
  if (!place) return null;
  if (place.type === 'flow') {
    const flow = scene.flows.find(({ flow: { id } }) => id === place.id);
    return flow ? (
      <svg className={styles.marks} style={{ zIndex: flow.band }} aria-hidden="true">
        <path className={styles.dropFlow} d={flowLine(flow.waypoints, { hasTip: false })} />
      </svg>
    ) : null;
  }
  const target = drawnOf(place.type === 'border' ? place.host : place.id);
  return target ? <SelectionRing outline={target.outline} box={target.box} band={target.band + 1} tone="target" /> : null;
}

function Connection({ tool, drawnOf, zoom }: { readonly tool: Extract<ToolState, { path: 'connect.drawing' }> } & Pick<ToolMarksProps, 'drawnOf' | 'zoom'>) {
  const source = drawnOf(tool.source);
  const target = drawnOf(tool.target?.id);
  if (!source) return null;
  const end = target && tool.target?.isAllowed ? pointOnOutline(target.outline, target.box, centreOf(source.box)) : tool.to;
  const line = [pointOnOutline(source.outline, source.box, end), end];
  return (
    <>
      <svg className={styles.marks} style={{ zIndex: GHOST_BAND }} aria-hidden="true" data-allowed={tool.target?.isAllowed}>
        <path className={styles.connection} d={flowLine(line)} />
        <path className={styles.connectionTip} d={flowTip(line)} />
      </svg>
      {target && <SelectionRing outline={target.outline} box={target.box} band={target.band + 1} tone={tool.target?.isAllowed ? 'target' : 'refused'} />}
      {target && tool.target?.reason && (
        <div
          className={styles.reason}
          role="status"
          style={{ left: target.box.x + target.box.width / 2, top: target.box.y - 12, scale: String(1 / zoom), zIndex: GHOST_BAND }}
        >
          {tool.target.reason}
        </div>
      )}
    </>
  );
}

import { ELEMENTS, type GraphIndex, type Point } from '@baton/model';
import { type PointerEvent, type ReactNode, useEffect, useEffectEvent, useId, useMemo, useRef, useState } from 'react';
import { CanvasSurface } from '../canvas/canvas-surface.tsx';
import { hitTest } from '../canvas/hit-test.ts';
import type { ElementLook, FlowLook } from '../canvas/look.ts';
import { createSceneMaker, type Scene, shapeOf } from '../canvas/scene.ts';
import { createProjector } from '../canvas/to-react-flow.ts';
import { useCanvasViewport } from '../canvas/use-viewport.ts';
import { CanvasOverlays } from './canvas-overlays.tsx';
import { catalogueItem } from './catalogue.tsx';
import styles from './designer-canvas.module.css';
import type { DesignerState } from './designer-store.ts';
import { type Playback, pictureOf } from './soundness/playback.ts';
import { previewCommand } from './tools/preview.ts';
import type { PointerInput, ToolInput } from './tools/tool.ts';
import { useCanvasClipboard } from './use-canvas-clipboard.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useDesigner, useDesignerState } from './use-designer.ts';
import { useSpaceHeld } from './use-space-held.ts';

const LEFT_BUTTON = 0;
const isOverlay = (target: EventTarget | null) => target instanceof Element && target.closest('[data-canvas-overlay]') !== null;

/** The drawing board: turns what the pointer and the keys do into the tool's inputs, and shows what the tool has in mind. */
export function DesignerCanvas({ children }: { readonly children?: ReactNode }) {
  const designer = useDesigner();
  const viewport = useCanvasViewport();
  const idPrefix = useId();
  const boardRef = useRef<HTMLDivElement>(null);
  const pointerRef = useRef<Point | null>(null);
  const [hovered, setHovered] = useState<string>();
  const isSpaceHeld = useSpaceHeld(boardRef, () => {
    const { selection, index } = designer.getState();
    const element = selection.length === 1 ? index.element(selection[0] ?? '') : undefined;
    if (element && ELEMENTS[element.type].category === 'container') designer.run({ type: 'toggleCollapsed', id: element.id });
  });
  const graph = useDesignerState((state) => state.graph);
  const tool = useDesignerState((state) => state.tool);
  const activeId = useDesignerState((state) => state.activeId);
  const { scene, shown, projection } = useShown(idPrefix);
  const panning = tool.path === 'hand' || isSpaceHeld;
  const onKeyDown = useCanvasKeys({ scene, boardRef });
  const clipboard = useCanvasClipboard(() => pointerRef.current);

  const renaming = useDesignerState((state) => state.renaming);
  const revealed = useEffectEvent((id: string) => {
    const box = shapeOf(scene, id)?.box;
    if (box) viewport.reveal({ ...box, width: box.width + 60 });
  });

  useEffect(() => boardRef.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (renaming !== null) revealed(renaming);
  }, [renaming]);
  const played = useDesignerState(({ playback, index }) => (playback ? pictureOf(playback, index).reached : undefined));
  useEffect(() => {
    if (played !== undefined) revealed(played);
  }, [played]);

  const inputOf = (event: { clientX: number; clientY: number; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean }): PointerInput => {
    const point = viewport.toDiagram({ x: event.clientX, y: event.clientY });
    const { selection } = designer.getState();
    const grabbable = new Set([...selection, ...(hovered === undefined ? [] : [hovered])]);
    const hit = hitTest(scene, point, { zoom: viewport.zoom(), grabbable });
    const withControl = event.ctrlKey || event.metaKey;
    return { point, hit, isAdding: event.shiftKey || withControl, isFree: event.altKey, keepsParent: withControl };
  };
  const hand = (input: ToolInput) => {
    const { index, selection } = designer.getState();
    designer.hand(input, { scene, index, selection, zoom: viewport.zoom() }, catalogueItem);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (isOverlay(event.target)) return;
    boardRef.current?.focus({ preventScroll: true });
    if (panning || event.button !== LEFT_BUTTON) return;
    event.preventDefault();
    const { renaming } = designer.getState();
    if (renaming !== null) return;
    boardRef.current?.setPointerCapture(event.pointerId);
    hand({ type: 'down', ...inputOf(event) });
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (panning || (isOverlay(event.target) && designer.getState().tool.path === 'select.idle')) return;
    const input = inputOf(event);
    pointerRef.current = input.point;
    const over = 'id' in input.hit ? input.hit.id : undefined;
    if (over !== hovered) setHovered(over);
    if (designer.getState().tool.path !== 'select.idle') hand({ type: 'move', ...input });
  };
  const onPointerUp = (event: PointerEvent<HTMLDivElement>) => {
    if (!panning && event.button === LEFT_BUTTON && designer.getState().tool.path !== 'select.idle') hand({ type: 'up', ...inputOf(event) });
  };

  return (
    <div
      ref={boardRef}
      className={styles.board}
      role="application"
      aria-roledescription="drawing board"
      aria-label={`Diagram of ${graph.name}. Arrow keys go along the flows, A adds a step, question mark lists all keys.`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the board is one tab stop with a focus of its own inside
      tabIndex={0}
      aria-activedescendant={activeId === undefined ? undefined : `${idPrefix}-${activeId}`}
      data-tool={tool.path}
      data-panning={panning}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => hand({ type: 'cancel' })}
      onPointerLeave={() => setHovered(undefined)}
      onDoubleClick={(event) => {
        if (!isOverlay(event.target) && !panning) hand({ type: 'double', ...inputOf(event) });
      }}
      onKeyDown={onKeyDown}
      {...clipboard}
    >
      <CanvasSurface projection={projection} leftButtonPans={panning} inDiagram={<CanvasOverlays scene={shown} hovered={hovered} boardRef={boardRef} />}>
        {children}
      </CanvasSurface>
    </div>
  );
}

/** The scene as it is, the scene as it is shown (with what the tool has in mind), and that for React Flow. */
function useShown(idPrefix: string) {
  const designer = useDesigner();
  const graph = useDesignerState((state) => state.graph);
  const index = useDesignerState((state) => state.index);
  const tool = useDesignerState((state) => state.tool);
  const looks = useLooks();
  const [makeScene] = useState(createSceneMaker);
  const [makeShown] = useState(createSceneMaker);
  const [project] = useState(() => createProjector(idPrefix));
  const scene = useMemo(() => makeScene(graph), [makeScene, graph]);
  const shown = useMemo((): Scene => {
    const command = previewCommand(tool, index);
    const preview = command && designer.session.preview(command);
    return preview ? makeShown(preview) : scene;
  }, [designer, tool, index, makeShown, scene]);
  const projection = useMemo(() => project(shown, looks), [project, shown, looks]);
  return { scene, shown, projection };
}

function useLooks() {
  const problems = useDesignerState((state: DesignerState) => state.problems);
  const selection = useDesignerState((state: DesignerState) => state.selection);
  const playback = useDesignerState((state: DesignerState) => state.playback);
  const index = useDesignerState((state: DesignerState) => state.index);
  return useMemo(() => {
    if (playback) return playbackLooks(playback, index);
    const elements = new Map<string, ElementLook>();
    const flows = new Map<string, FlowLook>();
    for (const { elementId, severity } of problems) if (elementId !== undefined && severity === 'error') elements.set(elementId, { hasProblem: true });
    for (const id of selection) flows.set(id, { isSelected: true });
    return { elements, flows };
  }, [problems, selection, playback, index]);
}

/** All that the run has not reached steps back. */
function playbackLooks(playback: Playback, index: GraphIndex) {
  const picture = pictureOf(playback, index);
  const { elements, flows } = index.graph;
  return {
    elements: new Map(elements.map(({ id }): [string, ElementLook] => [id, { activity: picture.elements[id] ?? { state: 'not-reached' } }])),
    flows: new Map(flows.map(({ id }): [string, FlowLook] => [id, { state: picture.flows[id] ?? 'not-reached' }])),
  };
}

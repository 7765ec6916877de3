import { type Box, ELEMENTS } from '@baton/model';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { GHOST_BAND } from '../canvas/bands.ts';
import { pointAlong } from '../canvas/flow-path.ts';
import { type DrawnFigure, type Scene, wayOf } from '../canvas/scene.ts';
import { boxOfText, movedText } from '../canvas/written-text.ts';
import { partOf } from './part-of.ts';
import styles from './rename-box.module.css';
import { useDesigner, useDesignerState } from './use-designer.ts';

interface RenameBoxProps {
  readonly scene: Scene;
  readonly boardRef: RefObject<HTMLElement | null>;
}

/** The name of an element or flow, typed where it stands. Enter keeps it, Tab keeps it and goes on to the next step, Escape doesn't. */
export function RenameBox({ scene, boardRef }: RenameBoxProps) {
  const renaming = useDesignerState((state) => state.renaming);
  if (renaming === null) return null;
  const place = placeOf(scene, renaming);
  return place && <NameField key={renaming} id={renaming} place={place} boardRef={boardRef} />;
}

function NameField({ id, place, boardRef }: { readonly id: string; readonly place: Box; readonly boardRef: RefObject<HTMLElement | null> }) {
  const designer = useDesigner();
  const index = useDesignerState((state) => state.index);
  const typed = useDesignerState((state) => state.typed);
  const fieldRef = useRef<HTMLTextAreaElement>(null);
  const element = index.element(id);
  const part = partOf(index.graph, id);
  const name = part?.name ?? '';

  useEffect(() => {
    const field = fieldRef.current;
    field?.focus({ preventScroll: true });
    if (field && typed === null) field.select();
    else field?.setSelectionRange(field.value.length, field.value.length);
  }, [typed]);

  const keep = () => {
    if (designer.getState().renaming === id) designer.rename(id, fieldRef.current?.value ?? name);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') designer.escape();
    else if (event.key === 'Enter' && !event.shiftKey) keep();
    else if (event.key === 'Tab') {
      keep();
      if (element && ELEMENTS[element.type].outgoing.max > 0) designer.show({ menu: { type: 'append', id } });
    } else return;
    event.preventDefault();
    boardRef.current?.focus({ preventScroll: true });
  };
  return (
    <textarea
      ref={fieldRef}
      className={styles.field}
      data-canvas-overlay=""
      aria-label={element ? `Name of the ${ELEMENTS[element.type].label.toLowerCase()}` : `Name of the ${part?.word ?? 'flow'}`}
      style={{ left: place.x, top: place.y, width: place.width, height: place.height, zIndex: GHOST_BAND }}
      defaultValue={typed ?? name}
      maxLength={1000}
      placeholder="Name"
      onKeyDown={onKeyDown}
      onBlur={keep}
    />
  );
}

const FLOW_FIELD = { width: 140, height: 26 };
const CAPTION_FIELD = { width: 120, height: 36 };

/** A field in the middle of where the name stands now. */
const around = (box: Box, size: { readonly width: number; readonly height: number }): Box => ({
  x: box.x + box.width / 2 - size.width / 2,
  y: box.y + box.height / 2 - size.height / 2,
  ...size,
});

/** On the header of a pool or lane the name would be typed upright: it is typed beside it. */
function figurePlace({ figure, box, caption }: DrawnFigure): Box {
  if (caption) return around(boxOfText(movedText(caption, box.x, box.y)), CAPTION_FIELD);
  if (figure.kind === 'textAnnotation') return { x: box.x + 6, y: box.y, width: box.width, height: box.height };
  if (figure.kind === 'pool' || figure.kind === 'lane') return { x: box.x + 4, y: box.y + box.height / 2 - 18, width: 160, height: 36 };
  if (figure.kind === 'group') return { x: box.x + 8, y: box.y + 4, width: Math.min(box.width - 16, 240), height: 26 };
  return { x: box.x + box.width / 2 - CAPTION_FIELD.width / 2, y: box.y + box.height + 2, ...CAPTION_FIELD };
}

function placeOf(scene: Scene, id: string): Box | null {
  const drawn = scene.elements.find(({ element }) => element.id === id);
  if (drawn) {
    const { x, y, width, height } = drawn.box;
    const category = ELEMENTS[drawn.element.type].category;
    if (category === 'task') return { x: x + 4, y: y + 22, width: width - 8, height: height - 28 };
    if (category === 'container') return { x: x + 10, y: y + 6, width: Math.min(width - 20, 240), height: 26 };
    if (drawn.caption) return around(boxOfText(movedText(drawn.caption, x, y)), CAPTION_FIELD);
    return { x: x + width / 2 - CAPTION_FIELD.width / 2, y: y + height + 2, ...CAPTION_FIELD };
  }
  const figure = scene.figures.find((candidate) => candidate.id === id);
  if (figure) return figurePlace(figure);
  const flow = wayOf(scene, id);
  if (!flow || flow.waypoints.length < 2) return null;
  return around(flow.label ? boxOfText(flow.label) : { ...pointAlong(flow.waypoints, 0.5), width: 0, height: 0 }, FLOW_FIELD);
}

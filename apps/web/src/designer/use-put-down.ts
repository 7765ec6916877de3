import { canAttach, ELEMENTS, type Point } from '@baton/model';
import { useCanvasViewport } from '../canvas/use-viewport.ts';
import { type CanvasItem, isFigureItem } from './palette-items.ts';
import { useDesigner } from './use-designer.ts';

const ROOM = 80;

/** Without a pointer there is no place to click: on or behind the selected step where that is right, else below all that is drawn. */
export function usePutDown(): (item: CanvasItem) => void {
  const designer = useDesigner();
  const viewport = useCanvasViewport();
  const freePlace = (): Point => {
    const middle = viewport.toDiagram({ x: window.innerWidth / 2 - 140, y: window.innerHeight / 2 });
    const boxes = Object.values(designer.getState().graph.layout).filter((layout) => 'width' in layout);
    const bottom = boxes.length ? Math.max(...boxes.map(({ y, height }) => y + height)) + ROOM : middle.y;
    return { x: Math.round(middle.x / 10) * 10, y: Math.round(bottom / 10) * 10 };
  };
  return (item) => {
    const { selection, index } = designer.getState();
    const selected = selection.length === 1 ? index.element(selection[0] ?? '') : undefined;
    if (isFigureItem(item)) {
      const isAbout = selected && (item.figure === 'textAnnotation' || item.figure === 'dataObject' || item.figure === 'dataStore');
      if (isAbout) designer.append(selected.id, item);
      else designer.place(item, freePlace(), null);
      return;
    }
    if (item.elementType === 'boundaryEvent') {
      if (selected && canAttach(index, { host: selected.id }).ok) designer.attachBorderEvent(selected.id, item);
      else designer.say('Select the step first that the border event shall sit on.');
      return;
    }
    const follows = selected && ELEMENTS[selected.type].outgoing.max > 0 && ELEMENTS[item.elementType].incoming.max > 0;
    if (follows && !item.properties?.triggeredByEvent && !item.properties?.instantiate) designer.append(selected.id, item);
    else designer.place(item, freePlace(), null);
  };
}

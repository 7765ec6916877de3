import { ELEMENTS } from '@baton/model';
import { GHOST_BAND } from '../canvas/bands.ts';
import { boxOf } from '../canvas/placed.ts';
import styles from './first-step.module.css';
import { PALETTE, type PaletteItem } from './palette-items.ts';
import { useDesigner, useDesignerState } from './use-designer.ts';

const SUGGESTED = ['userTask', 'approval', 'serviceTask'].map((id) => PALETTE.find((item) => item.id === id)).filter((item) => item !== undefined);
const START = { x: 120, y: 200 };

/** On an empty canvas: what could come first. One click makes the step, and the start if there is none. */
export function FirstStep() {
  const designer = useDesigner();
  const graph = useDesignerState((state) => state.graph);
  const [only] = graph.elements;
  if (graph.elements.length > 1 || (only && ELEMENTS[only.type].incoming.max > 0)) return null;
  const box = only ? boxOf(graph, only) : { x: START.x, y: START.y, width: 0, height: 0 };
  const begin = (item: PaletteItem) => {
    if (only) return designer.append(only.id, item);
    const made = designer.run({ type: 'addElement', elementType: 'startEvent', at: START, parent: null });
    const [start] = made.ok ? made.created : [];
    if (start !== undefined) designer.append(start, item);
  };
  return (
    <div className={styles.card} data-canvas-overlay="" style={{ left: box.x + box.width + 60, top: box.y + box.height / 2, zIndex: GHOST_BAND }}>
      <p>What happens first?</p>
      {SUGGESTED.map((item) => (
        <button key={item.id} type="button" onClick={() => begin(item)}>
          <item.Icon />
          {item.label}
        </button>
      ))}
    </div>
  );
}

import '@mantine/core/styles/Combobox.layer.css';
import '@mantine/core/styles/NumberInput.layer.css';
import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';
import '@mantine/core/styles/Radio.layer.css';
import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/core/styles/SegmentedControl.layer.css';
import '@mantine/core/styles/FloatingIndicator.layer.css';
import '@mantine/core/styles/Switch.layer.css';
import '@mantine/core/styles/Tabs.layer.css';
import { CanvasControls, ControlButton } from '../canvas/canvas-controls.tsx';
import { CanvasMap } from '../canvas/canvas-map.tsx';
import { CanvasProvider } from '../canvas/canvas-surface.tsx';
import { DesignerCanvas } from './designer-canvas.tsx';
import styles from './designer-view.module.css';
import { useEscapeToBoard } from './focus-part.ts';
import { Outline } from './outline.tsx';
import { Palette } from './palette.tsx';
import { ProblemsBar } from './problems-bar.tsx';
import { PropertiesPanel } from './properties-panel.tsx';
import { PlaybackBar } from './soundness/playback-bar.tsx';
import { useDesigner, useDesignerState } from './use-designer.ts';

/** From so many elements on the map is shown by itself. */
const MAP_FROM = 40;

/** Palette, drawing board, properties, problems. Needs a `DesignerContext` around it. */
export function DesignerView({ status }: { readonly status: string }) {
  const designer = useDesigner();
  useEscapeToBoard();
  const isPanelOpen = useDesignerState((state) => state.isPanelOpen);
  const isOutlineOpen = useDesignerState((state) => state.isOutlineOpen);
  const notice = useDesignerState((state) => state.notice);
  const isMapOpen = useDesignerState((state) => (state.isMapOpen === 'auto' ? state.graph.elements.length > MAP_FROM : state.isMapOpen));
  const isMenuOpen = useDesignerState((state) => state.menu !== null);
  return (
    <CanvasProvider>
      <div className={styles.designer}>
        {isOutlineOpen && <Outline />}
        <div className={styles.middle}>
          <div className={styles.board}>
            <DesignerCanvas>{isMapOpen && !isMenuOpen && <CanvasMap />}</DesignerCanvas>
            <Palette />
            <PlaybackBar />
            <CanvasControls className={styles.controls ?? ''}>
              <ControlButton
                icon="outline"
                label="Outline"
                hint="O"
                isPressed={isOutlineOpen}
                onClick={() => designer.show({ isOutlineOpen: !isOutlineOpen })}
              />
              <ControlButton icon="map" label="Map" isPressed={isMapOpen} onClick={() => designer.show({ isMapOpen: !isMapOpen })} />
            </CanvasControls>
            {!isPanelOpen && (
              <div className={styles.reopen}>
                <ControlButton icon="collapse" label="Show properties" hint="I" onClick={() => designer.show({ isPanelOpen: true })} />
              </div>
            )}
            {notice && <p className={styles.notice}>{notice}</p>}
          </div>
          <ProblemsBar status={status} />
        </div>
        {isPanelOpen && <PropertiesPanel />}
      </div>
    </CanvasProvider>
  );
}

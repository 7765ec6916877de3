import type { Graph } from '@baton/model';
import { ReactFlowProvider } from '@xyflow/react';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useMemo, useState } from 'react';
import { classNames } from '../theme/class-names.ts';
import { SELECTION_BAND } from './bands.ts';
import { CanvasControls } from './canvas-controls.tsx';
import { CanvasSurface } from './canvas-surface.tsx';
import styles from './diagram.module.css';
import { ARROW_DIRECTIONS, firstElement, neighbour } from './flow-navigation.ts';
import type { ElementActivity, FlowState } from './live-state.ts';
import type { ElementLook, FlowLook } from './look.ts';
import { createSceneMaker, type DrawnElement } from './scene.ts';
import { SelectionRing } from './selection-ring.tsx';
import { createProjector } from './to-react-flow.ts';
import { type Token, TokenLayer } from './token-layer.tsx';
import { useCanvasViewport } from './use-viewport.ts';

export interface DiagramProps {
  readonly graph: Graph;
  /** What it is, for screen readers: "Invoice approval, version 7". */
  readonly label: string;
  /** By element id. Given at all: elements without an entry were not reached. */
  readonly elementState?: Readonly<Record<string, ElementActivity>> | undefined;
  /** By flow id. Given at all: flows without an entry were not reached. */
  readonly flowState?: Readonly<Record<string, FlowState>> | undefined;
  /** Tokens crossing flows just now; each id is animated once. */
  readonly tokens?: readonly Token[] | undefined;
  /** By element id: shown above the element, e.g. whom it waits for. */
  readonly callouts?: Readonly<Record<string, ReactNode>> | undefined;
  readonly selectedId?: string | undefined;
  readonly onSelect?: ((id: string | undefined) => void) | undefined;
  /** Zoom and fit buttons; default true. `controls` adds the screen's own behind them. */
  readonly hasControls?: boolean | undefined;
  readonly controls?: ReactNode;
  readonly className?: string | undefined;
}

const NO_TOKENS: readonly Token[] = [];

/** A diagram to look at: live states, path taken, tokens; a step can be chosen by mouse and keyboard. */
export function Diagram(props: DiagramProps) {
  return (
    <ReactFlowProvider>
      <DiagramView {...props} />
    </ReactFlowProvider>
  );
}

function DiagramView({
  graph,
  label,
  elementState,
  flowState,
  tokens = NO_TOKENS,
  callouts,
  selectedId,
  onSelect,
  hasControls = true,
  controls,
  className,
}: DiagramProps) {
  const idPrefix = useId();
  const [makeScene] = useState(createSceneMaker);
  const [project] = useState(() => createProjector(idPrefix));
  const scene = useMemo(() => makeScene(graph), [makeScene, graph]);
  const looks = useMemo(() => looksOf(graph, elementState, flowState), [graph, elementState, flowState]);
  const projection = useMemo(() => project(scene, looks), [project, scene, looks]);
  const [activeId, setActiveId] = useState<string>();
  const [isFocused, setFocused] = useState(false);
  const viewport = useCanvasViewport();
  const drawnOf = (id: string | undefined) => scene.elements.find(({ element }) => element.id === id);
  const active = drawnOf(activeId ?? selectedId);
  const selected = drawnOf(selectedId);

  useEffect(() => {
    if (selectedId) setActiveId(selectedId);
  }, [selectedId]);

  const goTo = (id: string | undefined) => {
    const drawn = drawnOf(id);
    if (!drawn) return;
    setActiveId(drawn.element.id);
    viewport.reveal(drawn.box);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const direction = ARROW_DIRECTIONS[event.key];
    if (direction) goTo(active ? neighbour(graph, active.element.id, direction) : firstElement(graph));
    else if (event.key === 'Enter' || event.key === ' ') onSelect?.(active?.element.id);
    else if (event.key === 'Escape') onSelect?.(undefined);
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('[data-no-select]')) return;
    const id = target?.closest('[data-element-id]')?.getAttribute('data-element-id');
    onSelect?.(drawnOf(id ?? undefined)?.element.id);
  };
  return (
    <div
      className={classNames(styles.diagram, className)}
      role="application"
      aria-roledescription="diagram"
      aria-label={`${label}. Arrow keys go from step to step.`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas is one tab stop with a focus of its own inside
      tabIndex={0}
      aria-activedescendant={isFocused && active ? `${idPrefix}-${active.element.id}` : undefined}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={(event) => {
        if (event.target !== event.currentTarget) return;
        setFocused(true);
        setActiveId((before) => before ?? firstElement(graph));
      }}
      onBlur={() => setFocused(false)}
    >
      <CanvasSurface
        projection={projection}
        leftButtonPans
        inDiagram={
          <>
            {isFocused && active && active !== selected && <SelectionRing outline={active.outline} box={active.box} band={SELECTION_BAND} tone="hovered" />}
            {selected && <SelectionRing outline={selected.outline} box={selected.box} band={SELECTION_BAND} />}
            <TokenLayer tokens={tokens} flows={scene.flows} />
            {callouts &&
              scene.elements.map(
                (drawn) => drawn.element.id in callouts && <Callout key={drawn.element.id} drawn={drawn} content={callouts[drawn.element.id]} />,
              )}
          </>
        }
      />
      {hasControls && (
        <div className={styles.controls} data-no-select="">
          <CanvasControls direction="column">{controls}</CanvasControls>
        </div>
      )}
    </div>
  );
}

const Callout = ({ drawn, content }: { readonly drawn: DrawnElement; readonly content: ReactNode }) => (
  <div className={styles.callout} data-no-select="" style={{ left: drawn.box.x + drawn.box.width / 2, top: drawn.box.y - 10, zIndex: drawn.band + 3 }}>
    {content}
  </div>
);

function looksOf(graph: Graph, elementState: DiagramProps['elementState'], flowState: DiagramProps['flowState']) {
  const notReached: ElementActivity = { state: 'not-reached' };
  const elements = new Map<string, ElementLook>();
  const flows = new Map<string, FlowLook>();
  if (elementState) for (const { id } of graph.elements) elements.set(id, { activity: elementState[id] ?? notReached });
  if (flowState) for (const { id } of graph.flows) flows.set(id, { state: flowState[id] ?? 'not-reached' });
  return { elements, flows };
}

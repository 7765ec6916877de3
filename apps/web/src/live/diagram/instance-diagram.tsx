import type { InstanceView } from '@baton/contract';
import { isEdgeLayout } from '@baton/model';
import { type ReactNode, useMemo } from 'react';
import { Diagram } from '../../canvas/diagram.tsx';
import type { Token } from '../../canvas/token-layer.tsx';
import type { GraphWords } from '../graph-words.ts';
import { diagramStates, leavesOf } from '../state/diagram-states.ts';
import { WaitingCallout } from './waiting-callout.tsx';

interface InstanceDiagramProps {
  readonly view: InstanceView;
  readonly words: GraphWords;
  readonly label: string;
  readonly now: number;
  readonly tokens: readonly Token[];
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string | undefined) => void;
  readonly controls?: ReactNode;
}

/** More than this many would hide the diagram; the badges say it too. */
const MOST_CALLOUTS = 4;

/** The drawn process with what happens in it. */
export function InstanceDiagram({ view, words, label, now, tokens, selectedId, onSelect, controls }: InstanceDiagramProps) {
  const { elements, flows } = useMemo(() => diagramStates(view, words, now), [view, words, now]);
  const callouts = useMemo(() => calloutsOf(view, words, now), [view, words, now]);
  return (
    <Diagram
      graph={words.graph}
      label={label}
      elementState={elements}
      flowState={flows}
      tokens={tokens}
      callouts={callouts}
      selectedId={selectedId}
      onSelect={onSelect}
      controls={controls}
    />
  );
}

/** What people can do something about, or send something to. */
const CALLED_OUT: readonly string[] = ['person', 'event', 'activation', 'data'];

/** One for each step that waits for somebody or something from outside; with the chosen step there is no need to look for it. */
function calloutsOf(view: InstanceView, words: GraphWords, now: number): Record<string, ReactNode> {
  const waiting = leavesOf(view).filter(({ waitingFor, incident }) => waitingFor !== null && CALLED_OUT.includes(waitingFor.kind) && !incident);
  const shown = new Map(waiting.map((element) => [element.elementId, element]));
  if (shown.size > MOST_CALLOUTS) return {};
  return Object.fromEntries(
    [...shown].map(([elementId, element]) => [
      elementId,
      <WaitingCallout key={elementId} element={element} drawn={words.element(elementId)} now={now} isRaised={hasBorderEventOnTop(elementId, words)} />,
    ]),
  );
}

/** The callout would lie on it. */
function hasBorderEventOnTop(elementId: string, { graph }: GraphWords): boolean {
  const host = graph.layout[elementId];
  if (!host || isEdgeLayout(host)) return false;
  return graph.elements.some((element) => {
    const layout = element.type === 'boundaryEvent' && element.attachedTo === elementId ? graph.layout[element.id] : undefined;
    return layout !== undefined && !isEdgeLayout(layout) && layout.y < host.y;
  });
}

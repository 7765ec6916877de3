import { copyFragment } from '@baton/editing';
import type { Point } from '@baton/model';
import type { ClipboardEvent } from 'react';
import { useCanvasViewport } from '../canvas/use-viewport.ts';
import { fromClipboardText, toClipboardText } from './clipboard-text.ts';
import { useDesigner } from './use-designer.ts';

/** Copy, cut and paste through the system's clipboard, so that it works between tabs. */
export function useCanvasClipboard(pointer: () => Point | null) {
  const designer = useDesigner();
  const viewport = useCanvasViewport();
  const isTyping = (event: ClipboardEvent) => event.target instanceof HTMLElement && event.target.matches('input, textarea');

  const onCopy = (event: ClipboardEvent) => {
    const { graph, selection } = designer.getState();
    if (isTyping(event) || !selection.length) return;
    event.clipboardData.setData('text/plain', toClipboardText(copyFragment(graph, selection)));
    event.preventDefault();
  };
  const onCut = (event: ClipboardEvent) => {
    if (isTyping(event)) return;
    onCopy(event);
    designer.remove(designer.getState().selection);
  };
  const onPaste = (event: ClipboardEvent) => {
    if (isTyping(event)) return;
    const fragment = fromClipboardText(event.clipboardData.getData('text/plain'));
    if (!fragment) return;
    event.preventDefault();
    const at = pointer() ?? viewport.toDiagram({ x: window.innerWidth / 2, y: window.innerHeight / 2 });
    const result = designer.run({ type: 'paste', fragment, at });
    if (result.ok) designer.select(result.created.filter((id) => designer.getState().index.element(id)));
  };
  return { onCopy, onCut, onPaste };
}

import type { Shortcut } from '../frame/shortcut.ts';

const toBoard = () => document.querySelector<HTMLElement>('[role=application]')?.focus();
const key = (keys: string, label: string): Shortcut => ({ keys, label, run: toBoard });

/** What the board listens to itself (use-canvas-keys.ts), for the list behind `?`. Pressed elsewhere they lead to the board. */
export const BOARD_KEYS: readonly Shortcut[] = [
  key('A', 'Add a step behind'),
  key('N', 'New: to the palette'),
  key('C', 'Connect'),
  key('R', 'Change type'),
  key('B', 'Border event'),
  key('M', 'Move with the arrow keys'),
  key('F2', 'Rename'),
  key('V', 'Select'),
  key('H', 'Hand'),
  key('O', 'Outline'),
  key('P', 'Problems'),
  key('I', 'Properties'),
  key('[', 'Previous branch'),
  key(']', 'Next branch'),
  key('+', 'Zoom in'),
  key('-', 'Zoom out'),
];

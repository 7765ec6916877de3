import type { Shortcut } from '../frame/shortcut.ts';
import { focusBoard } from './focus-part.ts';

const key = (keys: string, label: string): Shortcut => ({ keys, label, run: focusBoard });

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
  key('O', 'Go to the outline'),
  key('P', 'Go to the problems'),
  key('I', 'Go to the properties'),
  key('Esc', 'Back to the board'),
  key('Space', 'Open or close a sub-process'),
  key('[', 'Previous branch'),
  key(']', 'Next branch'),
  key('+', 'Zoom in'),
  key('-', 'Zoom out'),
];

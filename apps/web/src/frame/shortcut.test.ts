import { describe, expect, it } from 'vitest';
import { keyGroups, printedKeys } from './key-groups.ts';
import { match, pressed, type Shortcut } from './shortcut.ts';

const key = (name: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', true>> = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});
const shortcut = (keys: string, label = keys): Shortcut => ({ keys, label, run: () => {} });

describe('what was pressed', () => {
  it.each([
    [key('n'), 'N'],
    [key('k', { ctrlKey: true }), 'Ctrl+K'],
    [key('k', { metaKey: true }), 'Ctrl+K'],
    [key('?', { shiftKey: true }), '?'],
    [key('X', { shiftKey: true }), 'Shift+X'],
    [key('ArrowUp', { altKey: true }), 'Alt+ArrowUp'],
  ])('%o is written %s', (event, written) => {
    expect(pressed(event)).toBe(written);
  });
});

describe('a pressed key', () => {
  const shortcuts = [shortcut('N'), shortcut('G N'), shortcut('G I')];

  it('runs its shortcut', () => {
    expect(match(shortcuts, null, 'N')).toMatchObject({ type: 'run', shortcut: { keys: 'N' } });
  });

  it('waits for the second of a pair, and then means the pair', () => {
    expect(match(shortcuts, null, 'G')).toEqual({ type: 'wait', prefix: 'G' });
    expect(match(shortcuts, 'G', 'N')).toMatchObject({ type: 'run', shortcut: { keys: 'G N' } });
  });

  it('means itself where no pair ends with it', () => {
    expect(match([shortcut('J'), shortcut('G I')], 'G', 'J')).toMatchObject({ type: 'run', shortcut: { keys: 'J' } });
  });

  it('runs the innermost of two that claim it, which comes first', () => {
    expect(match([shortcut('N', 'inner'), shortcut('N', 'outer')], null, 'N')).toMatchObject({ shortcut: { label: 'inner' } });
  });

  it('does nothing where nobody claims it', () => {
    expect(match(shortcuts, null, 'Q')).toEqual({ type: 'none' });
  });
});

describe('the list of keys', () => {
  it('puts the screen’s own first and several keys for one thing in one row', () => {
    const scopes = [
      { name: 'Everywhere', shortcuts: [{ keys: '?', label: 'Keys' }] },
      {
        name: 'This list',
        shortcuts: [
          { keys: 'J', label: 'Next row' },
          { keys: 'ArrowDown', label: 'Next row' },
        ],
      },
      { name: 'Nothing', shortcuts: [] },
    ];

    expect(keyGroups(scopes)).toEqual([
      { name: 'This list', rows: [{ label: 'Next row', ways: [['J'], ['↓']] }] },
      { name: 'Everywhere', rows: [{ label: 'Keys', ways: [['?']] }] },
    ]);
  });

  it('prints keys as they are on the keyboard', () => {
    expect([printedKeys('Ctrl+K'), printedKeys('G I'), printedKeys('+'), printedKeys('Escape')]).toEqual([['Ctrl', 'K'], ['G', 'I'], ['+'], ['Esc']]);
  });
});

import { type Box, ELEMENTS } from '@baton/model';
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { shownName } from '../canvas/element-words.ts';
import { ARROW_DIRECTIONS, type Direction, firstElement, following, neighbour } from '../canvas/flow-navigation.ts';
import { boundsOf } from '../canvas/geometry.ts';
import { type Scene, shapeOf, shapesOf } from '../canvas/scene.ts';
import { useCanvasViewport } from '../canvas/use-viewport.ts';
import { focusPart } from './focus-part.ts';
import { IDLE } from './tools/tool.ts';
import { useDesigner } from './use-designer.ts';

interface KeysOptions {
  readonly scene: Scene;
  readonly boardRef: RefObject<HTMLElement | null>;
}

const UNIT: { readonly [D in Direction]: readonly [number, number] } = { right: [1, 0], left: [-1, 0], up: [0, -1], down: [0, 1] };
const STEP = { usual: 10, large: 50 };

/** How a key is written in the table below: `Ctrl+Shift+Z`. */
function nameOfKey(event: KeyboardEvent): string {
  const isNamed = event.key.length > 1;
  const key = isNamed ? event.key : event.key.toLowerCase();
  return [(event.ctrlKey || event.metaKey) && 'Ctrl', event.altKey && 'Alt', event.shiftKey && 'Shift', key].filter(Boolean).join('+');
}

/** The board's own keys (ux.md S2); they only count while the board itself has the focus. */
export function useCanvasKeys({ scene, boardRef }: KeysOptions): (event: KeyboardEvent) => void {
  const designer = useDesigner();
  const viewport = useCanvasViewport();
  /** Ways offered at a branch, to be chosen by number. */
  const ways = useRef<readonly string[]>([]);

  const boxOf = (id: string): Box | undefined => shapeOf(scene, id)?.box;
  const goTo = (id: string | undefined) => {
    if (id === undefined) return;
    designer.select([id]);
    const box = boxOf(id);
    if (box) viewport.reveal(box);
  };
  const single = () => {
    const { selection } = designer.getState();
    return selection.length === 1 ? selection[0] : undefined;
  };
  const singleElement = () => {
    const id = single();
    return id === undefined ? undefined : designer.getState().index.element(id);
  };
  const arrow = (direction: Direction) => {
    const { graph, index, activeId } = designer.getState();
    const here = activeId ?? single();
    if (here === undefined || !boxOf(here)) return goTo(firstElement(graph));
    const next = direction === 'right' ? following(graph, here) : [];
    if (next.length > 1) {
      ways.current = next;
      const names = next.map((id, at) => `${at + 1} ${shownName(index.element(id)!)}`);
      return designer.say(`${next.length} ways: ${names.join(', ')}. Press a number.`);
    }
    goTo(neighbour(graph, here, direction));
  };
  const sibling = (by: number) => {
    const { graph, index, activeId } = designer.getState();
    const source = activeId === undefined ? undefined : index.incoming(activeId)[0]?.from;
    if (source === undefined || activeId === undefined) return;
    const branches = following(graph, source);
    goTo(branches[(branches.indexOf(activeId) + by + branches.length) % branches.length]);
  };
  const menu = (type: 'append' | 'change' | 'border' | 'connect') => {
    const element = singleElement();
    const figure = single();
    if (!element && type === 'connect' && figure !== undefined && boxOf(figure)) return designer.show({ menu: { type, id: figure } });
    if (!element) return designer.say('Select a step first.');
    if (type === 'append' && ELEMENTS[element.type].outgoing.max === 0) return designer.say(`Nothing can follow ${shownName(element)}: it is an end.`);
    if (type === 'border' && !ELEMENTS[element.type].isActivity) return designer.say('Only a task or a sub-process can have an event on its border.');
    designer.show({ menu: { type, id: element.id } });
  };
  const rename = () => {
    const id = single();
    if (id !== undefined) designer.show({ renaming: id });
  };
  const fitSelection = () => {
    const boxes = designer.getState().selection.map(boxOf);
    const bounds = boundsOf(boxes.filter((box) => box !== undefined));
    if (bounds) viewport.fitBox(bounds);
  };

  const remove = () => designer.remove(designer.getState().selection);

  const KEYS: Readonly<Record<string, () => void>> = {
    v: () => designer.pick(IDLE),
    h: () => designer.pick({ path: 'hand' }),
    a: () => menu('append'),
    r: () => menu('change'),
    b: () => menu('border'),
    c: () => {
      const id = single();
      if (id !== undefined && boxOf(id)) return menu('connect');
      designer.pick({ path: 'connect.choosing' });
      designer.say('Click the step the flow begins at; or select a step first, then press C.');
    },
    n: () => document.querySelector<HTMLElement>('[data-palette-first]')?.focus(),
    m: () => {
      const ids = designer.getState().selection.filter((id) => boxOf(id));
      if (ids.length === 0) return designer.say('Select what you want to move first.');
      designer.pick({ path: 'move.byKeys', ids, by: { x: 0, y: 0 } });
      designer.say('Moving: arrow keys move, Enter puts it down, Escape leaves it where it was.');
    },
    o: () => {
      designer.show({ isOutlineOpen: true });
      focusPart('outline');
    },
    p: () => {
      if (designer.getState().problems.length === 0) return designer.say('No problems.');
      designer.show({ areProblemsOpen: true });
      focusPart('problems');
    },
    i: () => {
      designer.show({ isPanelOpen: true });
      focusPart('properties');
    },
    '[': () => sibling(-1),
    ']': () => sibling(1),
    '+': viewport.zoomIn,
    '=': viewport.zoomIn,
    'Shift++': viewport.zoomIn,
    '-': viewport.zoomOut,
    'Shift+0': () => viewport.zoomTo(1),
    'Shift+)': () => viewport.zoomTo(1),
    'Shift+1': viewport.fit,
    'Shift+!': viewport.fit,
    'Shift+2': fitSelection,
    'Shift+@': fitSelection,
    Enter: rename,
    F2: rename,
    Escape: designer.escape,
    Delete: remove,
    Backspace: remove,
    'Ctrl+z': designer.undo,
    'Ctrl+Shift+z': designer.redo,
    'Ctrl+y': designer.redo,
    'Ctrl+d': () => designer.duplicate(designer.getState().selection),
    'Ctrl+a': () => designer.select(shapesOf(scene).map(({ id }) => id)),
  };

  const moveByKeys = (event: KeyboardEvent): boolean => {
    const { tool } = designer.getState();
    if (tool.path !== 'move.byKeys') return false;
    const direction = ARROW_DIRECTIONS[event.key];
    if (direction) {
      const [dx, dy] = UNIT[direction];
      const step = event.shiftKey ? STEP.large : STEP.usual;
      designer.pick({ ...tool, by: { x: tool.by.x + dx * step, y: tool.by.y + dy * step } });
    } else if (event.key === 'Enter') {
      designer.pick(IDLE);
      if (tool.by.x || tool.by.y) designer.run({ type: 'moveElements', ids: tool.ids, by: tool.by });
    } else return false;
    return true;
  };
  const chooseWay = (event: KeyboardEvent): boolean => {
    const chosen = ways.current[Number(event.key) - 1];
    ways.current = [];
    if (chosen === undefined) return false;
    goTo(chosen);
    return true;
  };
  /** A capital letter, a digit or a sign begins a name; small letters are tools. */
  const startsName = (event: KeyboardEvent): boolean => {
    const isCharacter =
      event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== '?' && event.key !== '/';
    if (!isCharacter || single() === undefined) return false;
    designer.show({ renaming: single() ?? null, typed: event.key });
    return true;
  };

  return (event) => {
    if (event.target !== boardRef.current) return;
    const direction = event.ctrlKey || event.metaKey || event.altKey ? undefined : ARROW_DIRECTIONS[event.key];
    const key = KEYS[nameOfKey(event)];
    const isDone = moveByKeys(event) || chooseWay(event);
    if (!isDone && direction) arrow(direction);
    else if (!isDone && key) key();
    else if (!isDone && !startsName(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

import { canConnect, ELEMENTS } from '@baton/model';
import type { ReactNode, RefObject } from 'react';
import { GHOST_BAND } from '../canvas/bands.ts';
import { kindWord, shownName } from '../canvas/element-words.ts';
import { pointAlong } from '../canvas/flow-path.ts';
import { boundsOf } from '../canvas/geometry.ts';
import type { Scene } from '../canvas/scene.ts';
import { ToolIcon, type ToolIconName } from '../canvas/tool-icon.tsx';
import { ELEMENT_VIEWS } from '../elements/registry.ts';
import type { Alignment } from './align.ts';
import { changeCommands, changesFor } from './change-type.ts';
import { type Choice, ChoiceList } from './choice-list.tsx';
import type { CanvasMenu, DesignerStore } from './designer-store.ts';
import { FOLLOWERS, type PALETTE, paletteItem } from './palette-items.ts';
import styles from './selection-tools.module.css';
import { useDesigner, useDesignerState } from './use-designer.ts';

interface SelectionToolsProps {
  readonly scene: Scene;
  readonly boardRef: RefObject<HTMLElement | null>;
  readonly zoom: number;
}

/** The toolbar above what is selected, the plus behind it, and the menus both open. */
export function SelectionTools({ scene, boardRef, zoom }: SelectionToolsProps) {
  const designer = useDesigner();
  const selection = useDesignerState((state) => state.selection);
  const renaming = useDesignerState((state) => state.renaming);
  const menu = useDesignerState((state) => state.menu);
  const index = useDesignerState((state) => state.index);
  const drawn = scene.elements.filter(({ element }) => selection.includes(element.id));
  const boxes = drawn.map(({ box }) => box);
  /** A name that stands above is not covered. */
  const lift = drawn.some(({ caption }) => caption && caption.y < 0) ? 18 : 0;
  const flow = selection.length === 1 ? scene.flows.find((drawn) => drawn.flow.id === selection[0]) : undefined;
  const bounds = boundsOf(boxes) ?? (flow && flow.waypoints.length > 1 ? { ...pointAlong(flow.waypoints, 0.5), width: 0, height: 0 } : null);
  if (!bounds || renaming !== null) return null;
  const element = selection.length === 1 ? index.element(selection[0] ?? '') : undefined;
  const definition = element && ELEMENTS[element.type];
  const container = drawn.length === 1 && element && ELEMENTS[element.type].category === 'container' ? drawn[0] : undefined;
  /** A border event goes where its step goes. */
  const placed = drawn.flatMap(({ element, box }) => ('attachedTo' in element ? [] : [{ id: element.id, box }]));
  /** The toolbar goes away with what it belongs to; the focus must not go with it. */
  const thenBoard = (act: () => void) => {
    act();
    boardRef.current?.focus({ preventScroll: true });
  };
  const close = () => {
    designer.show({ menu: null });
    boardRef.current?.focus({ preventScroll: true });
  };
  const toggle = (type: CanvasMenu['type']) => {
    if (element) designer.show({ menu: menu?.type === type ? null : { type, id: element.id } });
  };
  return (
    <>
      <At x={bounds.x + bounds.width / 2} y={bounds.y - lift} zoom={zoom} className={styles.above}>
        <div className={styles.bar} role="toolbar" aria-label="Selection">
          {element && definition && definition.outgoing.max > 0 && (
            <Tool
              icon="connect"
              label="Connect"
              hint="C"
              isOpen={menu?.type === 'connect'}
              onClick={(isByKey) =>
                isByKey ? toggle('connect') : designer.pick({ path: 'connect.drawing', source: element.id, to: bounds, target: null, byClick: true })
              }
            />
          )}
          {element && changesFor(element).length > 0 && (
            <Tool icon="swap" label="Change type" hint="R" isOpen={menu?.type === 'change'} onClick={() => toggle('change')} />
          )}
          {element && definition?.isActivity && (
            <Tool icon="border" label="Border event" hint="B" isOpen={menu?.type === 'border'} onClick={() => toggle('border')} />
          )}
          {container && (
            <Tool
              icon={container.isCollapsed ? 'subOpen' : 'subClose'}
              label={container.isCollapsed ? 'Open sub-process' : 'Close sub-process'}
              hint="Space"
              onClick={() => designer.run({ type: 'toggleCollapsed', id: container.element.id })}
            />
          )}
          {placed.length > 1 &&
            ALIGNMENTS.map(({ alignment, icon, label, least }) =>
              placed.length < least ? null : <Tool key={alignment} icon={icon} label={label} onClick={() => designer.align(placed, alignment)} />,
            )}
          {flow && <Tool icon="swap" label="Re-route" onClick={() => designer.run({ type: 'resetRoute', flow: flow.flow.id })} />}
          {boxes.length > 0 && <Tool icon="copy" label="Duplicate" hint="Ctrl D" onClick={() => thenBoard(() => designer.duplicate(selection))} />}
          <i className={styles.line} />
          <Tool icon="trash" label="Delete" hint="Delete" onClick={() => thenBoard(() => designer.remove(selection))} />
        </div>
      </At>
      {element && definition && definition.outgoing.max > 0 && (
        <At x={bounds.x + bounds.width} y={bounds.y + bounds.height / 2} zoom={zoom} className={styles.behind}>
          <button
            type="button"
            className={styles.plus}
            aria-label={`Add a step after ${shownName(element)}`}
            aria-expanded={menu?.type === 'append'}
            title="Add a step  A"
            onClick={() => toggle('append')}
          >
            <ToolIcon name="plus" />
          </button>
        </At>
      )}
      {menu && element && menu.id === element.id && (
        <At x={bounds.x + bounds.width} y={bounds.y} zoom={zoom} className={styles.menu}>
          <Menu menu={menu} designer={designer} onClose={close} />
        </At>
      )}
    </>
  );
}

const ALIGNMENTS: readonly { readonly alignment: Alignment; readonly icon: ToolIconName; readonly label: string; readonly least: number }[] = [
  { alignment: 'row', icon: 'alignRow', label: 'Align in a row', least: 2 },
  { alignment: 'column', icon: 'alignColumn', label: 'Align in a column', least: 2 },
  { alignment: 'spread', icon: 'spread', label: 'Equal distances', least: 3 },
];

interface AtProps {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

/** Stands at a point of the diagram but keeps its size on the screen. */
const At = ({ x, y, zoom, className, children }: AtProps) => (
  <div data-canvas-overlay="" className={className} style={{ left: x, top: y, zIndex: GHOST_BAND + 1, transform: `scale(${1 / zoom})` }}>
    {children}
  </div>
);

interface ToolProps {
  readonly icon: ToolIconName;
  readonly label: string;
  readonly hint?: string;
  readonly isOpen?: boolean;
  /** `isByKey`: there is no pointer that could go on. */
  readonly onClick: (isByKey: boolean) => void;
}

const Tool = ({ icon, label, hint, isOpen, onClick }: ToolProps) => (
  <button
    type="button"
    className={styles.tool}
    aria-label={label}
    title={hint ? `${label}  ${hint}` : label}
    onClick={(event) => onClick(event.detail === 0)}
    {...(isOpen === undefined ? {} : { 'aria-expanded': isOpen })}
  >
    <ToolIcon name={icon} />
  </button>
);

interface MenuProps {
  readonly menu: CanvasMenu;
  readonly designer: DesignerStore;
  readonly onClose: () => void;
}

function Menu({ menu, designer, onClose }: MenuProps) {
  const { title, choices, empty, choose } = MENUS[menu.type](menu.id, designer);
  return (
    <ChoiceList
      title={title}
      choices={choices}
      empty={empty}
      onClose={onClose}
      onChoose={(id) => {
        onClose();
        choose(id);
      }}
    />
  );
}

interface MenuContent {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly empty: string;
  readonly choose: (id: string) => void;
}

const itemChoice = ({ id, label, Icon }: (typeof PALETTE)[number]): Choice => ({ id, label, icon: <Icon /> });
const BorderIcon = ELEMENT_VIEWS.boundaryEvent.Icon;

const MENUS: { readonly [T in CanvasMenu['type']]: (id: string, designer: DesignerStore) => MenuContent } = {
  append: (id, designer) => ({
    title: 'What happens next?',
    choices: FOLLOWERS.map(itemChoice),
    empty: '',
    choose: (chosen) => {
      const item = paletteItem(chosen);
      if (item) designer.append(id, item);
    },
  }),
  change: (id, designer) => {
    const element = designer.getState().index.element(id);
    return {
      title: element ? `Change ${kindWord(element).toLowerCase()} to` : 'Change to',
      choices: element ? changesFor(element).map(itemChoice) : [],
      empty: 'Nothing it could become.',
      choose: (chosen) => {
        const item = paletteItem(chosen);
        if (element && item) designer.run(...changeCommands(element, item));
      },
    };
  },
  border: (id, designer) => ({
    title: 'Add to border',
    choices: [{ id: 'timer', label: 'Deadline', hint: 'When it takes too long', icon: <BorderIcon /> }],
    empty: '',
    choose: () => designer.attachBorderEvent(id),
  }),
  connect: (id, designer) => {
    const { index, graph } = designer.getState();
    const targets = graph.elements.filter((target) => target.id !== id && canConnect(index, { from: id, to: target.id }).ok);
    return {
      title: 'Connect to',
      choices: targets.map((target) => ({ id: target.id, label: shownName(target), hint: target.name ? kindWord(target) : undefined })),
      empty: 'There is nothing it could be connected to.',
      choose: (to) => designer.run({ type: 'connect', from: id, to }),
    };
  },
};

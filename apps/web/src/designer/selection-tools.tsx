import { lineBetween } from '@baton/editing';
import { ELEMENTS } from '@baton/model';
import type { ReactNode, RefObject } from 'react';
import { GHOST_BAND } from '../canvas/bands.ts';
import { kindWord, shownName } from '../canvas/element-words.ts';
import { FIGURE_WORDS, figuresOf, shownFigure } from '../canvas/figures.ts';
import { pointAlong } from '../canvas/flow-path.ts';
import { boundsOf } from '../canvas/geometry.ts';
import { type Scene, shapesOf, wayOf } from '../canvas/scene.ts';
import { ToolIcon, type ToolIconName } from '../canvas/tool-icon.tsx';
import type { Alignment } from './align.ts';
import { type CatalogueEntry, catalogueItem } from './catalogue.tsx';
import { changeCommands, changesFor } from './change-type.ts';
import { type Choice, ChoiceList } from './choice-list.tsx';
import type { CanvasMenu, DesignerStore } from './designer-store.ts';
import { ElementPicker } from './element-picker.tsx';
import { entriesAfter, entriesOnBorder } from './legal-entries.ts';
import { isFigureItem, PALETTE, plainItem } from './palette-items.ts';
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
  const drawn = shapesOf(scene).filter(({ id }) => selection.includes(id));
  const boxes = drawn.map(({ box }) => box);
  /** A name that stands above is not covered. */
  const lift = drawn.some(({ caption }) => caption && caption.y < 0) ? 18 : 0;
  const flow = selection.length === 1 ? wayOf(scene, selection[0]) : undefined;
  const bounds = boundsOf(boxes) ?? (flow && flow.waypoints.length > 1 ? { ...pointAlong(flow.waypoints, 0.5), width: 0, height: 0 } : null);
  if (!bounds || renaming !== null) return null;
  const element = selection.length === 1 ? index.element(selection[0] ?? '') : undefined;
  const definition = element && ELEMENTS[element.type];
  const container = scene.elements.find(({ id }) => id === element?.id && definition?.category === 'container');
  const figure = selection.length === 1 ? scene.figures.find(({ id }) => id === selection[0]) : undefined;
  const source = element?.id ?? (figure && figure.figure.kind !== 'lane' ? figure.id : undefined);
  /** A border event goes where its step goes. */
  const placed = drawn.flatMap((shape) => ('element' in shape && !('attachedTo' in shape.element) ? [{ id: shape.id, box: shape.box }] : []));
  const canBeCopied = drawn.some((shape) => 'element' in shape || (shape.figure.kind !== 'pool' && shape.figure.kind !== 'lane'));
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
    if (source !== undefined) designer.show({ menu: menu?.type === type ? null : { type, id: source } });
  };
  return (
    <>
      <At x={bounds.x + bounds.width / 2} y={bounds.y - lift} zoom={zoom} className={styles.above}>
        <div className={styles.bar} role="toolbar" aria-label="Selection">
          {source !== undefined && (
            <Tool
              icon="connect"
              label="Connect"
              hint="C"
              isOpen={menu?.type === 'connect'}
              onClick={(isByKey) => (isByKey ? toggle('connect') : designer.pick({ path: 'connect.drawing', source, to: bounds, target: null, byClick: true }))}
            />
          )}
          {element && changesFor(index, element).length > 0 && (
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
              onClick={() => designer.run({ type: 'toggleCollapsed', id: container.id })}
            />
          )}
          {figure?.figure.kind === 'pool' && (
            <Tool icon="plus" label="Add lane" onClick={() => thenBoard(() => designer.run({ type: 'addLane', pool: figure.id }))} />
          )}
          {placed.length > 1 &&
            ALIGNMENTS.map(({ alignment, icon, label, least }) =>
              placed.length < least ? null : <Tool key={alignment} icon={icon} label={label} onClick={() => designer.align(placed, alignment)} />,
            )}
          {flow && <Tool icon="swap" label="Re-route" onClick={() => designer.run({ type: 'resetRoute', flow: flow.id })} />}
          {canBeCopied && <Tool icon="copy" label="Duplicate" hint="Ctrl D" onClick={() => thenBoard(() => designer.duplicate(selection))} />}
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
      {menu && menu.id === source && (
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
  const { title, entries, choices, empty, choose } = MENUS[menu.type](menu.id, designer);
  if (menu.isFull && entries) {
    return (
      <ElementPicker
        title={title}
        entries={entries}
        onClose={onClose}
        onChoose={(item) => {
          onClose();
          choose(item.id);
        }}
      />
    );
  }
  const more: readonly Choice[] =
    entries && entries.length > choices.length ? [{ id: MORE, label: 'More…', hint: 'Everything that fits here', icon: <ToolIcon name="more" /> }] : [];
  return (
    <ChoiceList
      title={title}
      choices={[...choices, ...more]}
      empty={empty}
      onClose={onClose}
      onChoose={(id) => {
        onClose();
        if (id === MORE) designer.show({ menu: { ...menu, isFull: true } });
        else choose(id);
      }}
    />
  );
}

interface MenuContent {
  readonly title: string;
  /** All that is legal; `choices` are the usual ones among them. */
  readonly entries?: readonly CatalogueEntry[];
  readonly choices: readonly Choice[];
  readonly empty: string;
  readonly choose: (id: string) => void;
}

const MORE = 'more';
/** In the order of the palette, then of the catalogue. */
const USUAL: readonly string[] = PALETTE.map(({ id }) => id);
const USUAL_ON_BORDER: readonly string[] = ['boundaryEvent.timer', 'boundaryEvent.message', 'boundaryEvent.error'];
/** So many are seen at a glance; more are searched. */
const FEW = 10;

const itemChoice = ({ item: { id, label, Icon } }: CatalogueEntry): Choice => ({ id, label, icon: <Icon /> });

/** The business items among them, or all if they are few. */
function usualOf(entries: readonly CatalogueEntry[], usual: readonly string[]): readonly Choice[] {
  if (entries.length <= FEW) return entries.map(itemChoice);
  const known = usual.flatMap((id) => entries.find(({ item }) => item.id === id) ?? []);
  return (known.length ? known : entries.slice(0, FEW)).map(itemChoice);
}

/** Waiting for a time is what the palette calls Wait. */
const WAIT: CatalogueEntry = { group: 'Waiting', item: plainItem('intermediateCatchEvent'), words: '' };

const MENUS: { readonly [T in CanvasMenu['type']]: (id: string, designer: DesignerStore) => MenuContent } = {
  append: (id, designer) => {
    const entries = entriesAfter(designer.getState().index, id);
    const hasWait = entries.some(({ item }) => item.id === 'intermediateCatchEvent.timer');
    return {
      title: 'What happens next?',
      entries,
      choices: usualOf(hasWait ? [...entries, WAIT] : entries, USUAL),
      empty: 'Nothing can follow it.',
      choose: (chosen) => {
        const item = catalogueItem(chosen);
        if (item) designer.append(id, item);
      },
    };
  },
  change: (id, designer) => {
    const { index } = designer.getState();
    const element = index.element(id);
    const entries = element ? changesFor(index, element) : [];
    return {
      title: element ? `Change ${kindWord(element).toLowerCase()} to` : 'Change to',
      entries,
      choices: usualOf(entries, USUAL),
      empty: 'Nothing it could become.',
      choose: (chosen) => {
        const item = catalogueItem(chosen);
        if (element && item && !isFigureItem(item)) designer.run(...changeCommands(element, item));
      },
    };
  },
  border: (id, designer) => {
    const entries = entriesOnBorder(designer.getState().index, id);
    return {
      title: 'Add to border',
      entries,
      choices: usualOf(entries, USUAL_ON_BORDER),
      empty: 'Nothing can sit on its border.',
      choose: (chosen) => {
        const item = catalogueItem(chosen);
        if (item && !isFigureItem(item)) designer.attachBorderEvent(id, item);
      },
    };
  },
  connect: (id, designer) => {
    const { index, graph } = designer.getState();
    const canReach = (to: string) => to !== id && lineBetween(index, { from: id, to }).ok;
    const steps = graph.elements.map((target) => ({ id: target.id, label: shownName(target), hint: target.name ? kindWord(target) : undefined }));
    const others = figuresOf(graph).flatMap((figure) =>
      figure.kind === 'lane' ? [] : [{ id: figure.id, label: shownFigure(figure), hint: figure.text ? FIGURE_WORDS[figure.kind] : undefined }],
    );
    return {
      title: 'Connect to',
      choices: [...steps, ...others].filter((target) => canReach(target.id)),
      empty: 'There is nothing it could be connected to.',
      choose: (to) => designer.run({ type: 'connect', from: id, to }),
    };
  },
};

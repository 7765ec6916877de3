import { Tooltip } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { ToolIcon } from '../canvas/tool-icon.tsx';
import { CATALOGUE } from './catalogue.tsx';
import { ElementPicker } from './element-picker.tsx';
import { focusBoard } from './focus-part.ts';
import styles from './palette.module.css';
import { PALETTE, type PaletteItem } from './palette-items.ts';
import { IDLE } from './tools/tool.ts';
import { useDesigner, useDesignerState } from './use-designer.ts';
import { usePutDown } from './use-put-down.ts';

/** From here on a press is a drag. */
const TREMBLE = 5;

/** Tools and elements. Drag one onto the canvas, or click it and then the canvas; with the keyboard Enter puts it behind what is selected. */
export function Palette() {
  const designer = useDesigner();
  const tool = useDesignerState((state) => state.tool);
  const barRef = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(barRef.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined || at < 0) return;
    event.preventDefault();
    buttons[(at + by + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div ref={barRef} className={styles.palette} role="toolbar" aria-label="Palette" aria-orientation="vertical" data-canvas-overlay="" onKeyDown={onKeyDown}>
      <ToolButton label="Select" hint="V" icon="cursor" isOn={tool.path.startsWith('select')} onClick={() => designer.pick(IDLE)} />
      <ToolButton label="Hand" hint="H" icon="hand" isOn={tool.path === 'hand'} onClick={() => designer.pick({ path: 'hand' })} />
      <ToolButton label="Connect" hint="C" icon="connect" isOn={tool.path === 'connect.choosing'} onClick={() => designer.pick({ path: 'connect.choosing' })} />
      <i className={styles.line} />
      {PALETTE.map((item, at) => (
        <ItemButton key={item.id} item={item} isFirst={at === 0} isOn={tool.path === 'place.aiming' && tool.item === item.id} />
      ))}
      <More />
    </div>
  );
}

/** All of BPMN, to be searched: beside the palette. */
function More() {
  const designer = useDesigner();
  const putDown = usePutDown();
  const [place, setPlace] = useState<{ readonly left: number; readonly bottom: number } | null>(null);
  const buttonRef = useRef<HTMLButtonElement>(null);
  const isOpen = place !== null;
  const close = () => {
    setPlace(null);
    focusBoard();
  };
  /** The palette scrolls, so the list stands outside of it. */
  const open = () => {
    const box = buttonRef.current?.getBoundingClientRect();
    if (box) setPlace({ left: box.right + 12, bottom: Math.max(12, window.innerHeight - box.bottom) });
  };
  const aim = (item: string) => {
    close();
    designer.pick({ path: 'place.aiming', item, at: null, place: null });
  };
  return (
    <>
      <i className={styles.line} />
      <Tooltip label="More elements" position="right" disabled={isOpen}>
        <button
          ref={buttonRef}
          type="button"
          className={styles.item}
          aria-label="More"
          aria-expanded={isOpen}
          aria-haspopup="dialog"
          onClick={() => (isOpen ? close() : open())}
        >
          <ToolIcon name="more" />
        </button>
      </Tooltip>
      {isOpen && (
        // The palette's arrow keys end where the list begins.
        // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps keys from going further
        <div className={styles.more} style={place} onKeyDown={(event) => event.stopPropagation()}>
          <ElementPicker
            title="All elements"
            entries={CATALOGUE}
            onClose={close}
            onPull={(item) => aim(item.id)}
            onChoose={(item, isByKey) => {
              if (!isByKey) return aim(item.id);
              close();
              putDown(item);
            }}
          />
        </div>
      )}
    </>
  );
}

interface ToolButtonProps {
  readonly label: string;
  readonly hint: string;
  readonly icon: 'cursor' | 'hand' | 'connect';
  readonly isOn: boolean;
  readonly onClick: () => void;
}

const ToolButton = ({ label, hint, icon, isOn, onClick }: ToolButtonProps) => (
  <Tooltip label={`${label}  ${hint}`} position="right">
    <button type="button" className={styles.item} aria-label={label} aria-pressed={isOn} onClick={onClick}>
      <ToolIcon name={icon} />
    </button>
  </Tooltip>
);

function ItemButton({ item, isFirst, isOn }: { readonly item: PaletteItem; readonly isFirst: boolean; readonly isOn: boolean }) {
  const designer = useDesigner();
  const putDown = usePutDown();
  const press = useRef<{ x: number; y: number } | null>(null);
  const aim = () => designer.pick({ path: 'place.aiming', item: item.id, at: null, place: null });

  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return;
    press.current = { x: event.clientX, y: event.clientY };
    // A finger's pointer stays with the button else, and the canvas would never see it.
    event.currentTarget.releasePointerCapture?.(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (press.current && event.buttons === 1 && Math.hypot(event.clientX - press.current.x, event.clientY - press.current.y) > TREMBLE) {
      press.current = null;
      aim();
    }
  };
  const onPointerLeave = (event: PointerEvent) => {
    if (press.current && event.buttons === 1) aim();
    press.current = null;
  };
  const onClick = (event: { detail: number }) => {
    press.current = null;
    if (event.detail > 0) aim();
    else putDown(item);
  };
  return (
    <Tooltip label={item.label} position="right">
      <button
        type="button"
        className={styles.item}
        aria-label={item.label}
        aria-pressed={isOn}
        data-palette-item={item.id}
        {...(isFirst ? { 'data-palette-first': '' } : {})}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerLeave={onPointerLeave}
        onClick={onClick}
      >
        <item.Icon />
      </button>
    </Tooltip>
  );
}

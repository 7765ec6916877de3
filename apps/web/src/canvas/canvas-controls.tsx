import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { classNames } from '../theme/class-names.ts';
import styles from './canvas-controls.module.css';
import { ToolIcon, type ToolIconName } from './tool-icon.tsx';
import { useCanvasViewport, useZoom } from './use-viewport.ts';

interface CanvasControlsProps {
  readonly direction?: 'row' | 'column';
  /** Buttons of the screen's own, after ours. */
  readonly children?: ReactNode;
  readonly className?: string;
}

/** Zoom and fit. */
export function CanvasControls({ direction = 'row', children, className }: CanvasControlsProps) {
  const viewport = useCanvasViewport();
  const zoom = useZoom();
  const minus = <ControlButton key="out" icon="minus" label="Zoom out" hint="-" onClick={viewport.zoomOut} />;
  const plus = <ControlButton key="in" icon="plus" label="Zoom in" hint="+" onClick={viewport.zoomIn} />;
  const level = (
    <button
      key="level"
      type="button"
      className={styles.level}
      aria-label={`Zoom ${Math.round(zoom * 100)} percent, set to 100 percent`}
      onClick={() => viewport.zoomTo(1)}
    >
      {Math.round(zoom * 100)} %
    </button>
  );
  return (
    <div
      className={classNames(styles.controls, direction === 'column' && styles.column, className)}
      role="toolbar"
      aria-label="View"
      aria-orientation={direction === 'row' ? 'horizontal' : 'vertical'}
    >
      {direction === 'row' ? [minus, level, plus] : [plus, minus]}
      {direction === 'row' && <i className={styles.line} />}
      <ControlButton icon="fit" label="Fit to view" hint="Shift 1" onClick={viewport.fit} />
      {children}
    </div>
  );
}

interface ControlButtonProps {
  readonly icon: ToolIconName;
  readonly label: string;
  readonly hint?: string;
  readonly isPressed?: boolean;
  readonly onClick: () => void;
}

export function ControlButton({ icon, label, hint, isPressed, onClick }: ControlButtonProps) {
  return (
    <Tooltip label={hint ? `${label}  ${hint}` : label}>
      <button type="button" className={styles.button} aria-label={label} {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })} onClick={onClick}>
        <ToolIcon name={icon} />
      </button>
    </Tooltip>
  );
}

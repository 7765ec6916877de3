import type { ElementOf, ElementType, Trigger } from '@baton/model';
import type { ComponentType } from 'react';

export interface ElementNodeProps<T extends ElementType> {
  readonly element: ElementOf<T>;
  readonly width: number;
  readonly height: number;
  /** Sub-processes only. */
  readonly isCollapsed?: boolean | undefined;
  /** Event sub-processes only: their start's trigger. */
  readonly begins?: Pick<Trigger, 'type'> | undefined;
}

/** What a person sees of an element on the canvas. Its panel is in panels.ts, so that the live view doesn't load it. */
export interface ElementView<T extends ElementType> {
  /** Draws it with its top left corner at 0, 0. */
  readonly Node: ComponentType<ElementNodeProps<T>>;
  /** 28 px, for palette and menus. */
  readonly Icon: ComponentType;
}

import { DEFAULT_OUTCOMES, ELEMENTS, type Element, type ElementType } from '@baton/model';
import type { ComponentType } from 'react';
import { kindWord } from '../canvas/element-words.ts';
import type { FigureKind } from '../canvas/figures.ts';
import { ELEMENT_VIEWS } from '../elements/registry.ts';
import { ApprovalIcon } from '../elements/user-task/approval-icon.tsx';

interface ItemFace {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly Icon: ComponentType;
}

/** Something that can be put on the canvas: an element type, or a type with first properties. */
export interface PaletteItem extends ItemFace {
  readonly elementType: ElementType;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** A pool, a lane, a note, a group or data. */
export interface FigureItem extends ItemFace {
  readonly figure: FigureKind;
}

export type CanvasItem = PaletteItem | FigureItem;
export const isFigureItem = (item: CanvasItem): item is FigureItem => 'figure' in item;

export const plainItem = (elementType: ElementType): PaletteItem => ({
  id: elementType,
  elementType,
  label: ELEMENTS[elementType].label,
  description: ELEMENTS[elementType].description,
  Icon: ELEMENT_VIEWS[elementType].Icon,
});

export const APPROVAL: PaletteItem = {
  id: 'approval',
  elementType: 'userTask',
  label: 'Approval',
  description: 'Asks somebody to approve or reject; the next Decision can use the answer.',
  Icon: ApprovalIcon,
  properties: { approval: { outcomes: DEFAULT_OUTCOMES.map((outcome) => ({ ...outcome })) } },
};

/** In the order of the palette. Border events are put on from the step itself; all else is behind More (catalogue.tsx). */
export const PALETTE: readonly PaletteItem[] = [
  plainItem('startEvent'),
  plainItem('userTask'),
  APPROVAL,
  plainItem('exclusiveGateway'),
  plainItem('parallelGateway'),
  plainItem('intermediateCatchEvent'),
  plainItem('serviceTask'),
  plainItem('scriptTask'),
  plainItem('subProcess'),
  plainItem('endEvent'),
];

export const paletteItem = (id: string): PaletteItem | undefined => PALETTE.find((item) => item.id === id);

/** The palette item an element was, or could have been, made from. */
export const itemOf = (element: Element): PaletteItem | undefined => PALETTE.find((item) => item.label === kindWord(element)) ?? paletteItem(element.type);

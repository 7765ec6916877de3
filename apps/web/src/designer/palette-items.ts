import { DEFAULT_OUTCOMES, ELEMENTS, type Element, type ElementType } from '@baton/model';
import type { ComponentType } from 'react';
import { kindWord } from '../canvas/element-words.ts';
import { ELEMENT_VIEWS } from '../elements/registry.ts';
import { ApprovalIcon } from '../elements/user-task/approval-icon.tsx';

/** Something that can be put on the canvas: an element type, or a type with first properties. */
export interface PaletteItem {
  readonly id: string;
  readonly elementType: ElementType;
  readonly label: string;
  readonly description: string;
  readonly Icon: ComponentType;
  readonly properties?: Readonly<Record<string, unknown>>;
}

const plain = (elementType: ElementType): PaletteItem => ({
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

/** In the order of the palette. Border events are put on from the step itself. */
export const PALETTE: readonly PaletteItem[] = [
  plain('startEvent'),
  plain('userTask'),
  APPROVAL,
  plain('exclusiveGateway'),
  plain('parallelGateway'),
  plain('intermediateCatchEvent'),
  plain('serviceTask'),
  plain('scriptTask'),
  plain('subProcess'),
  plain('endEvent'),
];

export const paletteItem = (id: string): PaletteItem | undefined => PALETTE.find((item) => item.id === id);

/** What may follow an element that lets something follow. */
export const FOLLOWERS = PALETTE.filter(({ elementType }) => ELEMENTS[elementType].incoming.max > 0);

/** The palette item an element was, or could have been, made from. */
export const itemOf = (element: Element): PaletteItem | undefined => PALETTE.find((item) => item.label === kindWord(element)) ?? paletteItem(element.type);

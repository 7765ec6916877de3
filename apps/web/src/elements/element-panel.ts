import type { ElementOf, ElementType } from '@baton/model';
import type { ComponentType } from 'react';
import type { TabId } from '../designer/panels/tab.ts';

export interface ElementPanelProps<T extends ElementType> {
  readonly element: ElementOf<T>;
}

/** What can be set of an element, by tab; a tab that isn't named isn't shown. */
export type ElementPanel<T extends ElementType> = { readonly [I in TabId]?: ComponentType<ElementPanelProps<T>> };

import type { Form } from './form.ts';
import type { Element } from './graph.ts';

/** The form an element shows, whatever its type. */
export const formOf = (element: Element): Form | undefined => ('form' in element ? element.form : undefined);

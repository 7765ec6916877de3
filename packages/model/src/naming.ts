import { ELEMENTS } from './elements/registry.ts';
import type { Element, Flow } from './graph.ts';
import type { GraphIndex } from './graph-index.ts';

/** How a sentence calls an element: by its name, else by the word for its kind. */
export function nameOf(element: Element): string {
  const name = element.name?.trim();
  return name ? `“${name}”` : `the ${ELEMENTS[element.type].label.toLowerCase()} “${element.id}”`;
}

/** For the beginning of a sentence. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** “Large amount”, or: the flow from “Decide” to “Pay”. */
export function nameOfFlow(index: GraphIndex, flow: Flow): string {
  if (flow.name?.trim()) return `the flow “${flow.name.trim()}”`;
  const end = (id: string) => {
    const element = index.element(id);
    return element ? nameOf(element) : `“${id}”`;
  };
  return `the flow from ${end(flow.from)} to ${end(flow.to)}`;
}

/** Kinds in a list for people: "a, b or c". */
export function oneOf(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

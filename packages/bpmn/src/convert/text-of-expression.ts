import { MAX_TEXT, VARIABLE_NAME } from '@baton/model';
import { attribute, childNamed, idOf, nearestId, textOf, type XmlNode } from '../xml/xml-node.ts';
import type { Conversion } from './context.ts';

/** An expression as text; one in another language than FEEL is kept and noted. */
export function expressionText(parent: XmlNode, name: string, { report }: Conversion): string | undefined {
  const node = childNamed(parent, name);
  const text = textOf(node)?.slice(0, MAX_TEXT);
  const language = node && attribute(node, 'language');
  if (text !== undefined && language !== undefined && !/feel/i.test(language)) {
    report.change(nearestId(node), `The expression ${text.slice(0, 80)} is in ${language}: it is kept as text; write it in FEEL.`);
  }
  return text;
}

/** `=` in front, where text without it would be a literal. */
export const asFeel = (text: string): string => (text.startsWith('=') ? text : `=${text}`);

/** A whole number as a number, everything else as FEEL. */
export const countOf = (text: string | undefined): number | string | undefined => {
  if (text === undefined) return undefined;
  return /^\d{1,9}$/.test(text) ? Number(text) : asFeel(text);
};

/** The variable a piece of data is: its name, else its id, in letters that a variable can have. */
export function variableFor(node: XmlNode): string | undefined {
  for (const wish of [attribute(node, 'name'), idOf(node)]) {
    const name = wish?.trim().replaceAll(/[^\p{L}\p{N}_]+/gu, '_');
    if (name && VARIABLE_NAME.test(name) && name.length <= 120) return name;
  }
  return undefined;
}

/// <reference path="./saxen.d.ts" />
import { error, type Problem } from '@baton/model';
import { Parser } from 'saxen';
import { NAMESPACES } from './namespaces.ts';
import type { XmlNode } from './xml-node.ts';

export const MAX_XML_CHARACTERS = 5 * 1024 * 1024;
export const MAX_XML_DEPTH = 64;
/** Shapes, waypoints and labels of the drawing and what stands in extension elements are elements of the XML too; those of BPMN count. */
export const MAX_BPMN_ELEMENTS = 20_000;
export const MAX_XML_ELEMENTS = 200_000;
export const MAX_XML_ATTRIBUTES = 64;

export type ReadXml = { readonly ok: true; readonly root: XmlNode } | { readonly ok: false; readonly problem: Problem };
/** Where the reader is; it counts the lines anew each time, so it is asked only about faults. */
type Context = () => { readonly line: number };
type Open = XmlNode & { children: XmlNode[]; attributes: Map<string, string>; text: string };

/** Text -> tree, or why not. What would harm its reader is refused while it is read: document types, endless depth or size. */
export function readXml(xml: string): ReadXml {
  if (xml.length > MAX_XML_CHARACTERS)
    return refused(error('too-large', `Expected at most ${MAX_XML_CHARACTERS} characters of XML, but there are ${xml.length}.`));
  return new XmlReading().read(xml);
}

const refused = (problem: Problem): ReadXml => ({ ok: false, problem });

class XmlReading {
  readonly #parser = new Parser();
  readonly #open: Open[] = [];
  #root: XmlNode | undefined;
  #problem: Problem | undefined;
  #elements = 0;
  #ofBpmn = 0;

  read(xml: string): ReadXml {
    this.#parser
      .ns(NAMESPACES)
      .on('openTag', (name, attributes, decode, _selfClosing, context) => this.#enter(name, attributes, decode, context))
      .on('closeTag', () => this.#open.pop())
      .on('text', (text, decode) => this.#add(decode(text)))
      .on('cdata', (text) => this.#add(text))
      .on('attention', (_text, _decode, context) =>
        this.#refuse(error('xml-doctype', `Expected XML without a document type, but line ${context().line + 1} declares one (<!DOCTYPE): take it out.`)),
      )
      .on('error', (cause, context) => this.#refuse(unreadable(cause, context().line + 1)))
      .on('warn', (cause, context) => this.#warn(cause, context().line + 1))
      .parse(xml);
    if (this.#problem) return refused(this.#problem);
    return this.#root ? { ok: true, root: this.#root } : refused(error('xml-invalid', 'Expected XML with a root element, but there is none.'));
  }

  #enter(name: string, attributes: () => Record<string, string>, decode: (text: string) => string, context: Context): void {
    if (this.#problem) return;
    const given = Object.entries(attributes());
    const parent = this.#open.at(-1);
    const fault = this.#tooMuch(name, given.length, context) ?? (this.#root && !parent ? secondRoot(context().line + 1) : undefined);
    if (fault) {
      this.#refuse(fault);
      return;
    }
    const node: Open = { name, attributes: new Map(given.map(([key, value]) => [key, decode(value)])), children: [], parent, text: '', order: this.#elements };
    if (parent) parent.children.push(node);
    else this.#root = node;
    this.#open.push(node);
  }

  #tooMuch(name: string, attributes: number, context: Context): Problem | undefined {
    const line = () => context().line + 1;
    this.#elements++;
    if (name.startsWith('bpmn:')) this.#ofBpmn++;
    if (this.#open.length >= MAX_XML_DEPTH) return error('too-deep', `Expected at most ${MAX_XML_DEPTH} levels, but line ${line()} lies deeper.`);
    if (this.#ofBpmn > MAX_BPMN_ELEMENTS)
      return error('too-large', `Expected at most ${MAX_BPMN_ELEMENTS} elements of BPMN, but there are more (line ${line()}).`);
    if (this.#elements > MAX_XML_ELEMENTS) return error('too-large', `Expected at most ${MAX_XML_ELEMENTS} elements, but there are more (line ${line()}).`);
    if (attributes > MAX_XML_ATTRIBUTES)
      return error('too-large', `Expected at most ${MAX_XML_ATTRIBUTES} attributes of an element, but line ${line()} has ${attributes}.`);
    return undefined;
  }

  #add(text: string): void {
    const node = this.#open.at(-1);
    if (node) node.text += text;
  }

  /** A prefix nobody declared (`xml:lang` needs none) harms nothing; anything else is a broken attribute. */
  #warn(cause: Error, line: number): void {
    if (!cause.message.startsWith('missing namespace')) this.#refuse(unreadable(cause, line));
  }

  #refuse(problem: Problem): void {
    this.#problem ??= problem;
    this.#parser.stop();
  }
}

const unreadable = (cause: Error, line: number) => error('xml-invalid', `Expected XML that can be read, but line ${line} breaks it: ${cause.message}.`);

const secondRoot = (line: number) => error('xml-invalid', `Expected one root element, but line ${line} begins another.`);

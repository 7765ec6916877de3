import { error, type Problem, type ProblemCode } from '@baton/model';
import type { BpmnDocument } from '../bpmn-document.ts';
import { nearestId, wordsFor, type XmlNode } from '../xml/xml-node.ts';

/** One thing the XML must keep to that the graph no longer shows. */
export type XmlRule = (document: BpmnDocument) => readonly Problem[];

/** `expected` is the whole sentence but for the place, which is put behind it. */
export function broken(code: ProblemCode, node: XmlNode, expected: string): Problem {
  const elementId = nearestId(node);
  return error(code, `${expected}: see ${wordsFor(node)}.`, elementId === undefined ? {} : { elementId });
}

/** A rule about every element of those names. */
export const forEachNamed =
  (names: readonly string[], check: (node: XmlNode, document: BpmnDocument) => readonly Problem[]): XmlRule =>
  (document) =>
    document.named(...names).flatMap((node) => check(node, document));

/** A rule that only a process that is meant to run must keep to: drawings may leave things open. */
export const whereExecutable = (names: readonly string[], check: (node: XmlNode, document: BpmnDocument) => readonly Problem[]): XmlRule =>
  forEachNamed(names, (node, document) => (document.isExecutable(node) ? check(node, document) : []));

import type { Artifact, Element, Flow, Lane, VariableDeclaration } from '@baton/model';
import { SUB_PROCESSES } from '../bpmn-words.ts';
import { attribute, childNamed, childrenNamed, localName, type XmlNode } from '../xml/xml-node.ts';
import { artifactOf, dataAssociationsOf } from './artifacts.ts';
import type { Conversion } from './context.ts';
import { elementOf } from './elements.ts';
import { flowOf } from './flows.ts';
import { lanesOf } from './lanes.ts';
import { variableFor } from './text-of-expression.ts';

export interface ProcessParts {
  readonly elements: Element[];
  readonly flows: Flow[];
  readonly artifacts: Artifact[];
  readonly lanes: Lane[];
  readonly variables: VariableDeclaration[];
}

/** Everything drawn in a process, its sub-processes included, in document order. */
export function partsOf(process: XmlNode, pool: string | undefined, conversion: Conversion): ProcessParts {
  const { lanes, byNode } = lanesOf(process, pool, conversion);
  const parts: ProcessParts = { elements: [], flows: [], artifacts: [], lanes: [...lanes], variables: variablesOf(process, conversion) };
  const used = propertiesInUse(conversion);
  const open: { scope: XmlNode; parent: string | undefined }[] = [{ scope: process, parent: undefined }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { scope, parent } = next;
    const place = { ...(parent === undefined ? {} : { parent }), ...(pool === undefined ? {} : { pool }) };
    for (const node of [...scope.children, ...drawnData(scope)]) {
      if (localName(node) === 'sequenceFlow') parts.flows.push(flowOf(node, conversion));
      const element = elementOf(node, { ...place, lanes: byNode }, conversion);
      if (element) {
        parts.elements.push(element);
        parts.artifacts.push(...dataAssociationsOf(node, place, conversion));
      }
      const artifact = localName(node) === 'property' && !used.has(node) ? undefined : artifactOf(node, place, conversion);
      if (artifact) parts.artifacts.push(artifact);
    }
    const inside = scope.children.filter((node) => SUB_PROCESSES.includes(localName(node)));
    open.push(...inside.toReversed().map((node) => ({ scope: node, parent: conversion.idOf(node) })));
  }
  return parts;
}

/** Inputs and outputs of the process itself are drawn; those of steps are not. */
function drawnData(scope: XmlNode): XmlNode[] {
  const io = localName(scope) === 'process' ? childNamed(scope, 'ioSpecification') : undefined;
  return io ? [...childrenNamed(io, 'dataInput'), ...childrenNamed(io, 'dataOutput')] : [];
}

/** Properties that some step reads or writes need to be there as data. */
function propertiesInUse({ document }: Conversion): ReadonlySet<XmlNode> {
  const ends = document.named('sourceRef', 'targetRef').flatMap((node) => document.byId(node.text.trim()) ?? []);
  return new Set(ends.filter((node) => localName(node) === 'property'));
}

const TYPES: Readonly<Record<string, VariableDeclaration['type']>> = {
  string: 'text',
  int: 'number',
  integer: 'number',
  long: 'number',
  decimal: 'number',
  double: 'number',
  float: 'number',
  boolean: 'yesNo',
  date: 'date',
};

/** A property of the process is a variable of that name; its type counts where we have one like it. */
function variablesOf(process: XmlNode, { document }: Conversion): VariableDeclaration[] {
  const names = new Set<string>();
  return childrenNamed(process, 'property').flatMap((node) => {
    const item = document.referred(node, 'itemSubjectRef');
    const structure = (item && attribute(item, 'structureRef'))?.replace(/^.*[:.]/, '').toLowerCase() ?? '';
    const name = variableFor(node);
    const type = Object.hasOwn(TYPES, structure) ? TYPES[structure] : undefined;
    if (name === undefined || type === undefined || names.has(name)) return [];
    names.add(name);
    return [{ name, type }];
  });
}

import type { Lane } from '@baton/model';
import { attribute, childNamed, childrenNamed, textsNamed, type XmlNode } from '../xml/xml-node.ts';
import type { Conversion } from './context.ts';
import { leftoversOf } from './leftovers.ts';
import { documentationOf } from './own-properties.ts';
import { given } from './triggers.ts';

export interface Lanes {
  readonly lanes: readonly Lane[];
  /** Flow node id -> the innermost lane that lists it. */
  readonly byNode: ReadonlyMap<string, Lane>;
}

export function lanesOf(process: XmlNode, pool: string | undefined, conversion: Conversion): Lanes {
  const lanes: Lane[] = [];
  const byNode = new Map<string, Lane>();
  const collect = (set: XmlNode, parent: string | undefined) => {
    for (const node of childrenNamed(set, 'lane')) {
      const lane: Lane = {
        id: conversion.idOf(node),
        ...given({ name: attribute(node, 'name')?.slice(0, 1000) || undefined, pool, parent }),
        ...documentationOf(node),
        ...leftoversOf(node, ['flowNodeRef', 'childLaneSet', 'documentation']),
      };
      lanes.push(lane);
      conversion.report.keep(lane.id);
      for (const reference of textsNamed(node, 'flowNodeRef')) byNode.set(conversion.idFor(reference), lane);
      const inner = childNamed(node, 'childLaneSet');
      if (inner) collect(inner, lane.id);
    }
  };
  for (const set of childrenNamed(process, 'laneSet')) collect(set, undefined);
  return { lanes, byNode };
}

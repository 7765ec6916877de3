import type { Drawing } from './drawing.ts';
import type { Exploration } from './explore.ts';
import { findDead } from './find-dead.ts';
import { findDoubled } from './find-doubled.ts';
import { findEndless } from './find-endless.ts';
import { findStuck } from './find-stuck.ts';
import type { Finding } from './finding.ts';
import type { Net } from './net.ts';

/** What an exploration shows, the worst first. */
export function findAll({ process, elements }: Drawing, net: Net, exploration: Exploration): readonly Finding[] {
  const stuck = findStuck(process, net, exploration);
  const stuckAt = new Set(stuck.flatMap(({ elementIds }) => elementIds).flatMap((id) => [id, ...scopesAround(process, id)]));
  return [
    ...stuck,
    ...findDoubled(process, net, exploration),
    ...findEndless(process, net, exploration),
    ...findDead({ process, exploration, elements, stuck: stuckAt }),
  ];
}

function scopesAround(process: Drawing['process'], id: string): readonly string[] {
  const node = process.node(id);
  return node.type === 'process' || node.parent === undefined ? [] : [node.parent, ...scopesAround(process, node.parent)];
}

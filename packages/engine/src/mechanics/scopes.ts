import { failWith, type Next, waitFor } from '../behaviour.ts';
import type { CompiledNode } from '../compiled-process.ts';
import type { Execution } from '../execution.ts';
import type { LiveElement } from '../state.ts';
import { listenFor } from './listening.ts';

/** A scope begins: it listens for its event sub-processes, then its plain starts are entered. */
export function beginScope(x: Execution, node: CompiledNode, token: LiveElement): Next {
  const failure = listenFor(x, node.eventStarts, token);
  if (failure) return failWith(failure);
  if (node.dataObjects.length) x.emit({ type: 'variables.set', scope: token.key, values: Object.fromEntries(node.dataObjects.map((name) => [name, null])) });
  x.startInside(node, token.key);
  return waitFor({ kind: 'children' });
}

import type { Values } from '@baton/contract';
import type { Graph } from '@baton/model';

/** A graph is JSON, though its type has optional properties that JSON's has not. */
export const outgoingGraph = (graph: Graph): Values[string] => JSON.parse(JSON.stringify(graph));

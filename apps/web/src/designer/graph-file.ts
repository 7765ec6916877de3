import { type Graph, parseGraph } from '@baton/model';
import { placeMissing } from '../canvas/place-missing.ts';

export type ReadGraph = { readonly ok: true; readonly graph: Graph } | { readonly ok: false; readonly message: string };

export function downloadGraph(graph: Graph): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(graph, null, 2)}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${graph.key}.json`;
  link.click();
  URL.revokeObjectURL(url);
}

/** A graph from a file, under the key of the process it is imported into. */
export async function readGraphFile(file: File, into: Graph): Promise<ReadGraph> {
  const text = await file.text();
  const json = asJson(text);
  if (json === undefined) return { ok: false, message: `Expected a JSON file, but “${file.name}” is not JSON.` };
  const parsed = parseGraph(json);
  if (!parsed.ok) return { ok: false, message: parsed.problems[0]?.message ?? 'Expected a graph, but the file holds something else.' };
  return { ok: true, graph: placeMissing({ ...parsed.graph, key: into.key }) };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { GRAPH_FORMAT, GRAPH_FORMAT_VERSION, type Graph, graphSchema } from './graph.ts';
import { type JsonObject, migrateGraph } from './migrations.ts';
import { guardJson } from './parse/guard.ts';
import { isObject, problemsOfParts } from './parse/parse-parts.ts';
import { error, type Problem } from './problem.ts';
import { idsAreUnique } from './validate/ids-are-unique.ts';

export type ParsedGraph = { readonly ok: true; readonly graph: Graph } | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * JSON from a file, the wire or the database -> graph, migrated to the present format version; or every reason why not.
 * Says nothing about what the graph means: that is `validate`.
 */
export function parseGraph(json: unknown): ParsedGraph {
  const harm = guardJson(json);
  if (harm) return refused(harm);
  if (!isObject(json)) return refused(error('not-a-graph', `Expected a graph (an object with "format": "${GRAPH_FORMAT}"), but found something else.`));
  const version = versionOf(json);
  if (typeof version !== 'number') return refused(version);

  const { graph } = migrateGraph(json, version);
  const problems = problemsOfParts(graph);
  if (problems.length > 0) return { ok: false, problems };
  const parsed = graphSchema.parse(graph) as Graph;
  const duplicates = idsAreUnique(parsed);
  return duplicates.length > 0 ? { ok: false, problems: duplicates } : { ok: true, graph: parsed };
}

const refused = (problem: Problem): ParsedGraph => ({ ok: false, problems: [problem] });

function versionOf(json: JsonObject): number | Problem {
  const { format, formatVersion } = json;
  if (format !== GRAPH_FORMAT) return error('format-unknown', `Expected "format": "${GRAPH_FORMAT}", but ${found(format)}.`, { path: 'format' });
  if (typeof formatVersion !== 'number' || !Number.isInteger(formatVersion) || formatVersion < 1) {
    return error('format-version-missing', `Expected a formatVersion from 1 to ${GRAPH_FORMAT_VERSION}, but ${found(formatVersion)}.`, {
      path: 'formatVersion',
    });
  }
  if (formatVersion > GRAPH_FORMAT_VERSION) {
    const message = `Expected a formatVersion up to ${GRAPH_FORMAT_VERSION}, but found ${formatVersion}: it was saved by a newer version. Update this installation to open it.`;
    return error('format-version-newer', message, { path: 'formatVersion' });
  }
  return formatVersion;
}

function found(value: unknown): string {
  if (value === undefined) return 'it is missing';
  return typeof value === 'object' ? 'found something else' : `found ${JSON.stringify(value)}`;
}

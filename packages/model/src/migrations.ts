import { GRAPH_FORMAT_VERSION } from './graph.ts';

export type JsonObject = { readonly [key: string]: unknown };

/** Brings a graph of format version `to - 1` to version `to`. Named, pure, never changed once it was released. */
export interface Migration {
  readonly name: string;
  readonly to: number;
  migrate(graph: JsonObject): JsonObject;
}

/** In order, without gaps: the first leads to version 2. Version 1 is the first format there was. */
export const MIGRATIONS: readonly Migration[] = [];

/** Runs every migration a graph has not seen yet. Its version must be one we know. */
export function migrateGraph(
  graph: JsonObject,
  from: number,
  migrations: readonly Migration[] = MIGRATIONS,
): { readonly graph: JsonObject; readonly ran: readonly string[] } {
  const due = migrations.filter((migration) => migration.to > from);
  const migrated = due.reduce<JsonObject>((current, migration) => ({ ...migration.migrate(current), formatVersion: migration.to }), graph);
  return { graph: migrated, ran: due.map((migration) => migration.name) };
}

/** What is wrong with a table of migrations; empty when it leads from version 1 to `current` step by step. */
export function flawsOf(migrations: readonly Migration[], current: number = GRAPH_FORMAT_VERSION): readonly string[] {
  const gaps = migrations.flatMap((migration, i) =>
    migration.to === i + 2 ? [] : [`Expected migration “${migration.name}” to lead to version ${i + 2}, but it leads to ${migration.to}.`],
  );
  const last = migrations.length + 1;
  return last === current ? gaps : [...gaps, `Expected the last migration to lead to version ${current}, but it leads to ${last}.`];
}

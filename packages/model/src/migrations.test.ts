import { describe, expect, it } from 'vitest';
import { flawsOf, MIGRATIONS, type Migration, migrateGraph } from './migrations.ts';

const made: readonly Migration[] = [
  { name: 'title-is-called-name', to: 2, migrate: ({ title, ...graph }) => ({ ...graph, name: title }) },
  { name: 'names-are-trimmed', to: 3, migrate: (graph) => ({ ...graph, name: String(graph.name).trim() }) },
];

describe('migrations', () => {
  it('lead from version 1 to the present version, step by step', () => {
    expect(flawsOf(MIGRATIONS)).toEqual([]);
  });

  it('all run, in order, for the oldest graph', () => {
    const { graph, ran } = migrateGraph({ formatVersion: 1, title: ' Leave ' }, 1, made);

    expect(graph).toEqual({ formatVersion: 3, name: 'Leave' });
    expect(ran).toEqual(made.map((migration) => migration.name));
  });

  it('run only as far as a graph has not seen them', () => {
    expect(migrateGraph({ formatVersion: 2, name: ' Leave ' }, 2, made)).toEqual({ graph: { formatVersion: 3, name: 'Leave' }, ran: ['names-are-trimmed'] });
    expect(migrateGraph({ formatVersion: 3, name: ' Leave ' }, 3, made)).toEqual({ graph: { formatVersion: 3, name: ' Leave ' }, ran: [] });
  });

  it('are told of gaps and of a missing last one', () => {
    expect(flawsOf(made.slice(1), 3)).toEqual([
      'Expected migration “names-are-trimmed” to lead to version 2, but it leads to 3.',
      'Expected the last migration to lead to version 3, but it leads to 2.',
    ]);
    expect(flawsOf(made, 3)).toEqual([]);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrors, parseGraph } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { importBpmn } from './import-bpmn.ts';
import { CONFORMANCE, NOT_THERE } from './testing/conformance.ts';

interface BetsyTest {
  readonly file: string;
  readonly cases: readonly { readonly traces: readonly string[] }[];
}

const isThere = existsSync(join(CONFORMANCE, 'miwg'));
const read = (file: string) => importBpmn(readFileSync(join(CONFORMANCE, file), 'utf8'));
const why = isThere ? '' : ` (skipped: ${NOT_THERE})`;

function betsyFiles(): string[] {
  const { tests } = JSON.parse(readFileSync(join(CONFORMANCE, 'betsy/cases.json'), 'utf8')) as { tests: BetsyTest[] };
  // `ERROR`: refused at publish, or an incident; both will do.
  const mayBeRefused = ({ cases }: BetsyTest) => cases.some(({ traces }) => traces.some((trace) => trace === 'ERROR_deployment' || trace === 'ERROR'));
  return [...new Set(tests.filter((test) => !mayBeRefused(test)).map(({ file }) => `betsy/${file}`))];
}
const miwgFiles = () =>
  readdirSync(join(CONFORMANCE, 'miwg'))
    .filter((name) => name.endsWith('.bpmn'))
    .map((name) => `miwg/${name}`);

describe.skipIf(!isThere)(`legal models${why}`, () => {
  it('imports all of betsy’s and MIWG’s without an error', { timeout: 60_000 }, () => {
    const files = [...betsyFiles(), ...miwgFiles()];
    const refused = files.flatMap((file) => {
      const { graphs, report } = read(file);
      return graphs.length === 0 || hasErrors(report.problems) ? [`${file}: ${report.problems[0]?.message ?? 'no graph'}`] : [];
    });

    expect(miwgFiles()).toHaveLength(21);
    expect(refused).toEqual([]);
  });

  it('makes graphs that are read back as they are', { timeout: 60_000 }, () => {
    const changed = [...betsyFiles(), ...miwgFiles()].flatMap((file) =>
      read(file).graphs.flatMap((graph) => {
        const parsed = parseGraph(JSON.parse(JSON.stringify(graph)));
        return parsed.ok && JSON.stringify(parsed.graph) === JSON.stringify(graph) ? [] : [`${file}: ${graph.key}`];
      }),
    );

    expect(changed).toEqual([]);
  });

  it('finds the places of the drawing in every MIWG model', { timeout: 60_000 }, () => {
    const homeless = miwgFiles().filter((file) => {
      const placed = read(file).graphs.reduce((sum, { layout }) => sum + Object.keys(layout).length, 0);
      return placed === 0;
    });

    expect(homeless).toEqual([]);
  });
});

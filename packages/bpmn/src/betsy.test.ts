import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BetsyTest, runBetsy } from '@baton/testkit';
import { describe, expect, it } from 'vitest';
import { importBpmn } from './import-bpmn.ts';
import { CONFORMANCE, NOT_THERE } from './testing/conformance.ts';

const folder = join(CONFORMANCE, 'betsy');
const isThere = existsSync(folder);
const read = (): BetsyTest[] => JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')).tests;

describe.skipIf(!isThere)(`betsy${isThere ? '' : ` (skipped: ${NOT_THERE})`}`, () => {
  it('passes at least 112 of its 119 cases', { timeout: 120_000 }, () => {
    const outcomes = read().flatMap((test) => {
      const xml = readFileSync(join(folder, test.file), 'utf8');
      return test.cases.map(({ n }) => runBetsy(test, { xml, importBpmn, n }));
    });
    const failed = outcomes.filter(({ passed }) => !passed);

    console.log(`betsy: ${outcomes.length - failed.length} of ${outcomes.length} cases`);
    for (const { test, n, expected, seen } of failed)
      console.log(`  ${test} ${n}: expected ${expected.join(' ') || 'nothing'}, but saw ${seen.join(' ') || 'nothing'}`);
    expect(outcomes).toHaveLength(119);
    expect(outcomes.length - failed.length).toBeGreaterThanOrEqual(112);
  });
});

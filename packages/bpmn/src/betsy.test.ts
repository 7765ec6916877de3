import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BetsyTest, runBetsy } from '@baton/testkit';
import { describe, expect, it } from 'vitest';
import { importBpmn } from './import-bpmn.ts';
import { CONFORMANCE, NOT_THERE } from './testing/conformance.ts';

const folder = join(CONFORMANCE, 'betsy');
const isThere = existsSync(folder);
const read = (): BetsyTest[] => JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')).tests;

/** docs/betsy.md says why. */
const CONTESTED = [
  'MultiInstance_NoneBehavior 1',
  'MultiInstance_OneBehavior 1',
  'MultiInstance_ComplexBehavior 1',
  'AdHocSubProcess_Sequential 1',
  'AdHocSubProcess_Parallel 1',
];

describe.skipIf(!isThere)(`betsy${isThere ? '' : ` (skipped: ${NOT_THERE})`}`, () => {
  it('passes all of its 119 cases but the five that we contest', { timeout: 120_000 }, () => {
    const outcomes = read().flatMap((test) => {
      const xml = readFileSync(join(folder, test.file), 'utf8');
      return test.cases.map(({ n }) => runBetsy(test, { xml, importBpmn, n }));
    });
    const failed = outcomes.filter(({ passed }) => !passed);

    console.log(`betsy: ${outcomes.length - failed.length} of ${outcomes.length} cases`);
    for (const { test, n, expected, seen } of failed)
      console.log(`  ${test} ${n}: expected ${expected.join(' ') || 'nothing'}, but saw ${seen.join(' ') || 'nothing'}`);
    expect(outcomes).toHaveLength(119);
    expect(failed.map(({ test, n }) => `${test} ${n}`)).toEqual(CONTESTED);
  });
});

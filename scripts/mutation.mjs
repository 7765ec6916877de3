import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';

/*
 * Mutation testing of the engine: changes it in small ways and says which changes no test notices. Takes long, so it is no part
 * of the checks. Files to look at may be named: `npm run mutation packages/engine/src/mechanics/joins.ts`
 */
process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'));
const named = process.argv.slice(2);

await new Stryker({
  mutate: named.length ? named : ['packages/engine/src/**/*.ts', '!packages/engine/src/**/*.test.ts', '!packages/engine/src/index.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'scripts/mutation/vitest.config.ts', related: false },
  ignorePatterns: ['/apps', '/playwright', '/.data'],
  concurrency: Number(process.env.BATON_MUTATION_WORKERS ?? 2),
  tempDirName: '.cache/stryker',
  reporters: ['clear-text', 'html'],
  clearTextReporter: { allowColor: false, logTests: false, reportMutants: true },
  htmlReporter: { fileName: 'coverage/mutation.html' },
  cleanTempDir: 'always',
  thresholds: { high: 90, low: 80, break: 80 },
  timeoutMS: 20_000,
}).runMutationTest();

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rooms = ['model', 'expressions', 'engine', 'editing', 'store', 'testkit'];

/**
 * What kills mutants: the engine's tests, the patterns and each construct inside each; not the long random walks. Rooms are
 * found by path, not through node_modules, so that in Stryker's copy the testkit drives the mutated engine.
 */
export default defineConfig({
  root,
  resolve: { alias: Object.fromEntries(rooms.map((room) => [`@baton/${room}`, `${root}packages/${room}/src/index.ts`])) },
  test: {
    include: ['packages/engine/src/**/*.test.ts', 'packages/testkit/src/patterns/*.test.ts', 'packages/testkit/src/oracle.test.ts'],
    exclude: ['packages/engine/src/properties.test.ts', '**/node_modules/**'],
    env: { BATON_PROPERTY_SEED: '20261126', BATON_PROPERTY_RUNS: '10' },
    testTimeout: 60_000,
  },
});

import { defineConfig } from 'vitest/config';

const postgres = { globalSetup: ['packages/testkit/src/vitest-postgres.ts'], testTimeout: 60_000, hookTimeout: 120_000 };

const node = (name: string, include: string[], extra = {}) => ({ test: { name, include, environment: 'node' as const, ...extra } });

/** `unit` needs nothing but Node; `store` and `api` start a real PostgreSQL of their own. */
export default defineConfig({
  test: {
    projects: [
      node(
        'unit',
        [
          'packages/{model,expressions,engine,editing,bpmn,draft,contract,testkit}/src/**/*.test.ts',
          'packages/store/src/**/*.unit.test.ts',
          'apps/web/src/**/*.test.{ts,tsx}',
          'apps/server/src/**/*.unit.test.ts',
          'scripts/**/*.test.ts',
        ],
        { testTimeout: 60_000 },
      ),
      node('store', ['packages/store/src/**/*.test.ts'], { exclude: ['**/*.unit.test.ts', '**/node_modules/**'], ...postgres }),
      node('api', ['apps/server/src/**/*.test.ts'], { exclude: ['**/*.unit.test.ts', '**/node_modules/**'], ...postgres }),
    ],
  },
});

import { defineConfig } from '@playwright/test';

const executablePath = process.env.BATON_CHROMIUM;
const report = process.env.BATON_E2E_REPORT;

/** Each test file starts a server of its own on an empty folder (support/server.ts), so files don't meet. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 1,
  retries: 0,
  outputDir: '../test-results',
  reporter: [['list'], ...(report ? [['json', { outputFile: report }] as const] : [])],
  use: {
    ...(executablePath ? { launchOptions: { executablePath, args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'] } } : {}),
    actionTimeout: 15_000,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Zurich',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});

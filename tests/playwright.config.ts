import { defineConfig } from '@playwright/test';

/** One suite for both hosts: the web host in Chromium here, `_electron` where `OUTSPOKEN_ELECTRON` names a binary. */
export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results/e2e',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 2,
  // By tests, not by files: one long file would keep one worker busy while the other waits.
  fullyParallel: true,
  forbidOnly: true,
  // CI's machine is shared: what passes only the second time is listed as flaky there, and is to be looked at.
  retries: process.env.CI === undefined ? 0 : 1,
  reporter: [['list'], ['json', { outputFile: '../test-results/playwright.json' }]],
});

import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

/** Projects: `unit` needs nothing built; `integration` and `contract` run against `dist/` (built by their set-up). */
export default defineConfig({
  root,
  test: {
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/fresh-modules.ts', 'tests/support/property-seed.ts'],
          testTimeout: 30_000,
          // A process a file spent more on loading packages than on tests. What leaks from file to file is undone or loaded anew.
          isolate: false,
          unstubGlobals: true,
          unstubEnvs: true,
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        root,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts', 'tests/contract/**/*.test.ts'],
          globalSetup: ['tests/support/build-once.ts'],
          setupFiles: ['tests/support/property-seed.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // After the unit tests, not beside them: both would wait for each other's ffmpeg on two cores.
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
        },
      },
    ],
  },
});

import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = new URL('..', import.meta.url).pathname;

/** Files that take longest, though they are short: begun last they would keep one worker waiting for the other. */
const LONG = [
  'style/preview',
  'align/align',
  'align/properties',
  'align/chosen-sound',
  'align/guided',
  'export/redaction',
  'export/frames',
  'export/smart',
  'safety/metadata',
];

/** Long files first, the others by size as ever. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) =>
      LONG.some((part) => moduleId.includes(`/${part}.test.`));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** Projects: `unit` needs nothing built; `integration` and `contract` run against `dist/` (built by their set-up). */
export default defineConfig({
  root,
  test: {
    sequence: { sequencer: LongFirst },
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

#!/usr/bin/env node
/**
 * `npm test`: everything. Installs what is missing, builds, then runs the static checks, the unit, contract and integration
 * tests and the browser suite. Goes on after a failure, so that one run tells all; its last line is `N passed, N failed`.
 * The linter takes one core and as long as all other checks together, so it runs beside everything else.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { ensure } from './system.mjs';

const root = resolve(import.meta.dirname, '..');
const results = join(root, 'test-results');
const bin = (name) => join(root, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name);
const total = { passed: 0, failed: 0, skipped: 0 };

ensureDependencies();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const missing = ensure(['ffmpeg', 'chromium', 'firefox', 'fonts']);
if (missing.length) total.failed += missing.length;
// Second opinions: without them our own scanner and a search of the bytes still look, and Chromium and Firefox open packets.
ensure(['exiftool', 'webkit']);

await step('build', [process.execPath, 'build/build.mjs']);
const linted = step('lint', [
  bin('eslint'),
  ...['--config', 'build/eslint.config.js', '--max-warnings', '0', '.'],
]);
await step('types', [bin('tsc'), '-b']);
await step('layers', [process.execPath, 'build/check-layers.mjs']);
await step('text', [process.execPath, 'build/check-text.mjs']);
await step('format', [bin('prettier'), '--check', '--log-level', 'warn', '.']);

await suite(
  'unit, contract and integration',
  [bin('vitest'), 'run', '--config', 'build/vitest.config.ts'],
  'vitest.json',
  (report) => ({
    passed: report.numPassedTests,
    failed:
      report.numFailedTests +
      report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.length).length,
    skipped: report.numPendingTests,
  }),
);
await suite(
  'browser',
  [bin('playwright'), 'test', '--config', 'tests/playwright.config.ts'],
  'playwright.json',
  ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }),
);

await linted;
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`,
);
process.exitCode = total.failed ? 1 : 0;

/** Runs a command from the root; resolves with its exit code, null where it was killed or could not start. */
function run([command, ...options], stdio) {
  return new Promise((done) => {
    const child = spawn(command, options, { cwd: root, stdio });
    child.once('error', () => done({ code: null, said: '' }));
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += text));
    child.once('close', (code) => done({ code, said }));
  });
}

/** A check that passes or fails as one; what it says comes in one piece, whatever runs beside it. */
async function step(name, command) {
  const started = Date.now();
  const { code, said } = await run(command, ['ignore', 'pipe', 'pipe']);
  const ok = code === 0;
  total[ok ? 'passed' : 'failed'] += 1;
  console.log(`${said}${ok ? 'ok  ' : 'FAIL'} ${name} (${Math.round((Date.now() - started) / 1000)} s)`);
}

/** A runner with a report of its own; a runner that died without one counts as a failure. */
async function suite(name, command, file, read) {
  const path = join(results, file);
  const started = Date.now();
  const { code } = await run(command, 'inherit');
  const counts = existsSync(path)
    ? read(JSON.parse(readFileSync(path, 'utf8')))
    : { passed: 0, failed: 1, skipped: 0 };
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  if (counts.passed === 0) counts.failed += 1;
  for (const key of Object.keys(total)) total[key] += counts[key];
  console.log(
    `${counts.failed ? 'FAIL' : 'ok  '} ${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped (${Math.round((Date.now() - started) / 1000)} s)`,
  );
}

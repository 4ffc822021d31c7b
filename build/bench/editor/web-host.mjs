/** The web host and a browser for benches that need the app itself. */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { findChromium } from '../../system.mjs';

const root = resolve(import.meta.dirname, '../../..');
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
];

/** Starts the web host with `home` as the person's folder; answers with its process and address. */
export function serve(home) {
  const env = { ...process.env, OUTSPOKEN_HOME: join(home, 'app'), HOME: home };
  const server = spawn(
    process.execPath,
    [join(root, 'build/outspoken.mjs'), 'serve', '--no-open', '--json'],
    {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return new Promise((done, fail) => {
    server.stdout.on('data', (chunk) => {
      const address = /"address":"([^"]+)"/.exec(chunk.toString())?.[1];
      if (address) done({ server, address });
    });
    server.once('exit', () => fail(new Error('the web host did not start')));
  });
}

/** Ends the web host and waits until it has written its last. */
export async function stop(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((done) => server.once('exit', done));
  server.kill('SIGTERM');
  await ended;
}

/** The Chromium the tests use too. `extra`: more flags. */
export function launchBrowser(extra = []) {
  return chromium.launch({ executablePath: findChromium(), args: [...FLAGS, ...extra] });
}

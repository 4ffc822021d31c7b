/**
 * A page in the system's Firefox, driven over Marionette (length-prefixed JSON over TCP, as geckodriver does): Playwright can only
 * drive a Firefox of its own build. https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyActions, PATIENCE_MS, pause, POLL_MS, untilTrue, type BrowserPage } from './browser-page';

/** The system's Firefox; null where there is none. */
export function findFirefox(): string | null {
  return ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => existsSync(path)) ?? null;
}

/** Starts Firefox without a window and a profile of its own; downloads go to `folder` unasked. */
export async function startFirefox(binary: string, folder: string): Promise<BrowserPage> {
  const profile = mkdtempSync(join(tmpdir(), 'outspoken-firefox-'));
  const preferences = {
    'marionette.port': 0,
    'browser.download.folderList': 2,
    'browser.download.dir': folder,
    'browser.download.useDownloadDir': true,
    'browser.helperApps.neverAsk.saveToDisk': 'application/json',
    'browser.download.alwaysOpenPanel': false,
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'media.autoplay.default': 0,
    'network.proxy.type': 0,
  };
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const firefox = spawn(binary, ['--headless', '--marionette', '--profile', profile, '--no-remote'], {
    stdio: 'ignore',
    env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1', HOME: profile },
  });
  const remove = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  try {
    const port = await activePort(profile, firefox);
    return await openPage(port, firefox, remove);
  } catch (error) {
    firefox.kill('SIGKILL');
    remove();
    throw error;
  }
}

/** Firefox writes the port it chose into its profile. */
async function activePort(profile: string, firefox: ChildProcess): Promise<number> {
  const path = join(profile, 'MarionetteActivePort');
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    if (firefox.exitCode !== null) throw new Error(`Firefox ended with ${firefox.exitCode}`);
    if (existsSync(path)) return Number(readFileSync(path, 'utf8'));
    await pause();
  }
  throw new Error('Firefox did not start in time');
}

async function openPage(port: number, firefox: ChildProcess, remove: () => void): Promise<BrowserPage> {
  const command = await commands(port);
  await command('WebDriver:NewSession', { capabilities: {} });
  const run = (script: string, ...args: readonly unknown[]) =>
    command('WebDriver:ExecuteScript', { script, args, newSandbox: false, sandbox: null });
  return {
    goto: async (url) => void (await command('WebDriver:Navigate', { url })),
    run,
    press: async (keys) => void (await command('WebDriver:PerformActions', { actions: keyActions(keys) })),
    until: (body) => untilTrue(run, body),
    picture: async (path) => {
      const image = await command('WebDriver:TakeScreenshot', { full: false });
      writeFileSync(path, Buffer.from(String(image), 'base64'));
    },
    async close() {
      const ended = new Promise<void>((resolve) => firefox.once('exit', () => resolve()));
      firefox.kill('SIGTERM');
      await ended;
      remove();
    },
  };
}

type SendCommand = (name: string, parameters: object) => Promise<unknown>;

/** `LENGTH:[0, id, name, parameters]` one way, `LENGTH:[1, id, error, result]` the other. */
async function commands(port: number): Promise<SendCommand> {
  const socket: Socket = connect(port, '127.0.0.1');
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let buffer = Buffer.alloc(0);
  let next = 0;
  const greeted = new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.on('data', (bytes: Buffer) => {
      buffer = Buffer.concat([buffer, bytes]);
      for (let message = takeMessage(); message !== null; message = takeMessage()) {
        if (!Array.isArray(message)) resolve();
        else settle(message);
      }
    });
  });
  const takeMessage = (): unknown => {
    const colon = buffer.indexOf(':');
    const length = Number(buffer.toString('latin1', 0, Math.max(0, colon)));
    if (colon < 0 || buffer.length < colon + 1 + length) return null;
    const text = buffer.toString('utf8', colon + 1, colon + 1 + length);
    buffer = buffer.subarray(colon + 1 + length);
    return JSON.parse(text) as unknown;
  };
  const settle = ([, id, error, result]: readonly unknown[]) => {
    const waiter = waiting.get(Number(id));
    waiting.delete(Number(id));
    if (error !== null) waiter?.reject(new Error(JSON.stringify(error)));
    else waiter?.resolve(valueOf(result));
  };
  await greeted;
  return (name, parameters) =>
    new Promise((resolve, reject) => {
      next += 1;
      waiting.set(next, { resolve, reject });
      const text = JSON.stringify([0, next, name, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
}

function valueOf(result: unknown): unknown {
  return typeof result === 'object' && result !== null && 'value' in result ? result.value : result;
}

/**
 * A page in WebKitGTK's MiniBrowser, the engine of Safari, driven by WebKitWebDriver (W3C WebDriver over HTTP) on a screen of its
 * own (Xvfb). Debian's webkit2gtk-driver, put there by `build/system.mjs`.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { keyActions, PATIENCE_MS, pause, POLL_MS, untilTrue, type BrowserPage } from './browser-page';

const DRIVER = '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/Xvfb';
const BROWSERS = ['4.1', '4.0', '6.0'].map(
  (version) => `/usr/lib/x86_64-linux-gnu/webkit2gtk-${version}/MiniBrowser`,
);

/** The system's MiniBrowser; null where it, its driver or a screen is missing. */
export function findWebkit(): string | null {
  const browser = BROWSERS.find((path) => existsSync(path)) ?? null;
  return existsSync(DRIVER) && existsSync(SCREEN) ? browser : null;
}

/** Starts WebKit with a home of its own. */
export async function startWebkit(browser: string): Promise<BrowserPage> {
  const home = mkdtempSync(join(tmpdir(), 'outspoken-webkit-'));
  const running: ChildProcess[] = [];
  const close = async () => {
    for (const child of running.reverse()) await end(child);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const screen = spawn(SCREEN, ['-displayfd', '3', '-screen', '0', '1200x900x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    running.push(screen);
    const display = `:${await firstLine(screen)}`;
    const port = await freePort();
    running.push(
      spawn(DRIVER, [`--port=${port}`], {
        stdio: 'ignore',
        env: {
          ...process.env,
          HOME: home,
          DISPLAY: display,
          GDK_BACKEND: 'x11',
          // Its sandbox wants what containers do not give; the page under test is ours.
          WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
          WEBKIT_DISABLE_COMPOSITING_MODE: '1',
        },
      }),
    );
    return { ...(await openPage(`http://127.0.0.1:${port}`, browser)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openPage(driver: string, binary: string): Promise<Omit<BrowserPage, 'close'>> {
  await ready(driver);
  const options = { binary, args: ['--automation'] };
  const made = await command(driver, 'POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  });
  const session = `${driver}/session/${z.object({ sessionId: z.string() }).parse(made).sessionId}`;
  const run: BrowserPage['run'] = (script, ...args) =>
    command(session, 'POST', '/execute/sync', { script, args });
  return {
    run,
    goto: async (url) => void (await command(session, 'POST', '/url', { url })),
    press: async (keys) => void (await command(session, 'POST', '/actions', { actions: keyActions(keys) })),
    until: (body) => untilTrue(run, body),
    picture: async (path) => {
      const image = z.string().parse(await command(session, 'GET', '/screenshot'));
      writeFileSync(path, Buffer.from(image, 'base64'));
    },
  };
}

const Failure = z.object({ error: z.string(), message: z.string() });

async function command(base: string, method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${base}${path}`, {
    method,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const { value } = z.object({ value: z.unknown() }).parse(await response.json());
  const failure = Failure.safeParse(value);
  if (failure.success) throw new Error(`${path}: ${failure.data.error}, ${failure.data.message}`);
  return value;
}

async function ready(driver: string): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    const answer = await fetch(`${driver}/status`).catch(() => null);
    if (answer?.ok) return;
    await pause();
  }
  throw new Error('WebKitWebDriver did not start in time');
}

/** Xvfb writes the number of the screen it chose. */
function firstLine(screen: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    screen.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    screen.stdio[3]?.once('data', (bytes: Buffer) => resolve(bytes.toString().trim()));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

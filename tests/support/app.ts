import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  test as base,
  _electron,
  chromium,
  type Browser,
  type ElectronApplication,
  type Page,
} from '@playwright/test';
import { environment, startServer } from './server';

const root = join(import.meta.dirname, '..', '..');

export { startServer };

/** The app as a person has it before them: in Electron where `OUTSPOKEN_ELECTRON` names a binary, else in Chromium. */
export interface App {
  readonly page: Page;
  /** The app's own folder in this test; what it keeps survives `restart`. */
  readonly home: string;
  /** An empty folder to put footage and exports in; it is where the file browser starts. */
  readonly folder: string;
  /** Quits and starts again. */
  restart(): Promise<void>;
  /** Ends the process without a chance to save. */
  kill(): Promise<void>;
  start(): Promise<void>;
}

interface Running {
  readonly page: Page;
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function startElectron(binary: string, home: string, folder: string): Promise<Running> {
  const app: ElectronApplication = await _electron.launch({
    executablePath: binary,
    args: [root],
    env: environment(home, folder),
  });
  const page = await app.firstWindow();
  const stop = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (signal === 'SIGTERM') await app.close();
    else await end(app.process(), 'SIGKILL');
  };
  return { page, stop };
}

async function startWeb(browser: Browser, home: string, folder: string): Promise<Running> {
  const { address, process: server } = await startServer(home, folder);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  return {
    page,
    async stop(signal) {
      await page.close();
      await end(server, signal);
    },
  };
}

function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

/** Chromium of this machine: `OUTSPOKEN_CHROMIUM`, else Debian's. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.OUTSPOKEN_CHROMIUM ?? '/usr/bin/chromium',
    args: FLAGS,
  });
}

export const test = base.extend<{ app: App }, { chromiumBrowser: Browser }>({
  chromiumBrowser: [
    // Playwright demands a destructured first argument, also where nothing is taken from it.
    async ({}, use) => {
      const browser = await launchChromium();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  app: async ({ chromiumBrowser }, use) => {
    const home = await mkdtemp(join(tmpdir(), 'outspoken-home-'));
    const folder = await mkdtemp(join(tmpdir(), 'outspoken-folder-'));
    const electron = process.env.OUTSPOKEN_ELECTRON;
    const launch = () =>
      electron === undefined
        ? startWeb(chromiumBrowser, home, folder)
        : startElectron(electron, home, folder);
    let running = await launch();
    await use({
      get page() {
        return running.page;
      },
      home,
      folder,
      async restart() {
        await running.stop('SIGTERM');
        running = await launch();
      },
      kill: () => running.stop('SIGKILL'),
      async start() {
        running = await launch();
      },
    });
    await running.stop('SIGTERM');
    await rm(home, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  },
});
export { expect } from '@playwright/test';

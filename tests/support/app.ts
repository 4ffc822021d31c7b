import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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
import { isBeyondLoopback } from './net-log';
import { NETWORK_RECORDER } from './network-recorder';
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

async function startWeb(
  browser: Browser,
  home: string,
  folder: string,
  network: NetworkRecord | null,
): Promise<Running> {
  const { address, process: server } = await startServer(home, folder, network?.environment);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  if (network) recordPage(page, network);
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

/** What was seen of the network by everybody who looked. */
export interface NetworkRecord {
  /** Requests of pages beyond this machine, as Playwright saw them. */
  readonly asked: string[];
  /** Requests of pages at all. */
  count: number;
  /** Chromium's own log, complete once the browser is closed. */
  readonly netLog: string;
  /** Where the server's processes write what they try to reach. */
  readonly serverLog: string;
  readonly environment: Readonly<Record<string, string>>;
}

function recordPage(page: Page, network: NetworkRecord): void {
  const note = (url: string) => {
    network.count += 1;
    if (isBeyondLoopback(url)) network.asked.push(url);
  };
  page.context().on('request', (request) => note(request.url()));
  page.on('websocket', (socket) => note(socket.url()));
}

/** Flags by which Chromium logs its network, and every name but ours fails at once. */
export const recordingFlags = (netLog: string) => [
  `--log-net-log=${netLog}`,
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Chromium of this machine: `OUTSPOKEN_CHROMIUM`, else Debian's. */
export function launchChromium(flags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.OUTSPOKEN_CHROMIUM ?? '/usr/bin/chromium',
    args: [...FLAGS, ...flags],
  });
}

interface WorkerParts {
  readonly chromiumBrowser: Browser;
  /** Set by a file that looks at the network; its tests get a browser of their own. */
  readonly recordsNetwork: boolean;
  /** Null where it is not looked at. */
  readonly network: NetworkRecord | null;
}

export const test = base.extend<{ app: App }, WorkerParts>({
  recordsNetwork: [false, { option: true, scope: 'worker' }],
  network: [
    async ({ recordsNetwork }, use) => {
      if (!recordsNetwork) return use(null);
      const place = await mkdtemp(join(tmpdir(), 'outspoken-network-'));
      const [recorder, serverLog] = [join(place, 'recorder.cjs'), join(place, 'server.log')];
      await writeFile(recorder, NETWORK_RECORDER);
      await use({
        ...{ asked: [], count: 0, netLog: join(place, 'net-log.json'), serverLog },
        environment: { NODE_OPTIONS: `--require ${recorder}`, OUTSPOKEN_NETWORK_LOG: serverLog },
      });
      await rm(place, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  chromiumBrowser: [
    async ({ network }, use) => {
      const browser = await launchChromium(network ? recordingFlags(network.netLog) : []);
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  app: async ({ chromiumBrowser, network }, use) => {
    const home = await mkdtemp(join(tmpdir(), 'outspoken-home-'));
    const folder = await mkdtemp(join(tmpdir(), 'outspoken-folder-'));
    const electron = process.env.OUTSPOKEN_ELECTRON;
    const launch = () =>
      electron === undefined
        ? startWeb(chromiumBrowser, home, folder, network)
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

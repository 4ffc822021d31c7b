/** The Electron window: the product people install. Starts the services, shows the page, passes calls and events on. */
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  powerSaveBlocker,
  session,
  type IpcMainInvokeEvent,
} from 'electron';
import { answerCall } from '../../../shared/api/client';
import { formatMessage, isMessageKey } from '../../../shared/messages/index';
import { composeServices, type Services } from '../../compose';
import { projectArgument } from './arguments';
import { CALL_CHANNEL, EVENT_CHANNEL, PAGE_ORIGIN } from './channels';
import { askToUse, pickFile } from './dialogs';
import { DIST } from './folders';
import { buildMenu } from './menu';
import { declareProtocols, serveProtocols } from './protocols';

function createWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 640,
    minHeight: 480,
    show: false,
    backgroundColor: '#101114',
    title: app.getName(),
    webPreferences: {
      preload: join(DIST, 'window', 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  return window;
}

/** The screen may go dark; the work goes on. */
function keepAwake(): () => void {
  const blocker = powerSaveBlocker.start('prevent-app-suspension');
  return () => powerSaveBlocker.stop(blocker);
}

/** Only the app's own page, in the main frame, may call. */
function fromOwnPage(event: IpcMainInvokeEvent): boolean {
  return event.senderFrame?.parent === null && event.senderFrame.url.startsWith(`${PAGE_ORIGIN}/`);
}

/** No page of ours asks for a permission or for the network; whatever does is refused. */
function closeOffNetwork(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.defaultSession.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !/^(app|media|blob|data|devtools):/.test(details.url) });
  });
}

function connect(window: BrowserWindow, services: Services): void {
  const client = `window-${window.webContents.id}`;
  const handlers = services.handlersFor(client);
  ipcMain.handle(CALL_CHANNEL, (event, method: unknown, input: unknown) => {
    if (!fromOwnPage(event)) return answerCall(handlers, '', null);
    return answerCall(handlers, String(method), input);
  });
  const leave = services.clientHere(client);
  const off = services.onEvent((event, payload) => {
    if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event, payload);
  });
  window.on('closed', () => {
    off();
    leave();
    ipcMain.removeHandler(CALL_CHANNEL);
  });
}

/** Every way out (last window, Cmd+Q, menu) waits until jobs have stopped and projects are closed. */
function disposeBeforeQuit(services: Services): void {
  let disposed = false;
  app.on('before-quit', (event) => {
    if (disposed) return;
    event.preventDefault();
    void services.dispose().finally(() => {
      disposed = true;
      app.quit();
    });
  });
}

async function start(): Promise<void> {
  declareProtocols();
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  await app.whenReady();
  closeOffNetwork();
  const window = createWindow();
  const nativeDialogs = process.env.OUTSPOKEN_OWN_DIALOGS !== '1';
  const services = await composeServices({
    host: 'window',
    version: app.getVersion(),
    distFolder: DIST,
    // Only a packaged app has one.
    resourcesFolder: app.isPackaged ? process.resourcesPath : null,
    mediaUrl: (handle) => `media://file/${handle}`,
    keepAwake,
    approve: (program) => askToUse(window, program),
    pick: nativeDialogs ? (purpose, name) => pickFile(window, purpose, name) : null,
  });
  serveProtocols(join(DIST, 'renderer'), services.pathOf);
  connect(window, services);
  const send = (event: string, payload: unknown) => window.webContents.send(EVENT_CHANNEL, event, payload);
  const titleOf = (command: string) => {
    const key = `menu.${command}`;
    return isMessageKey(key) ? formatMessage(key) : command;
  };
  Menu.setApplicationMenu(buildMenu(titleOf, (command) => send('menu.command', { command })));
  const request = (path: string | null) => {
    if (path !== null) send('project.requested', { file: services.mint(path) });
  };
  app.on('second-instance', (_event, argv, workingFolder) => {
    if (window.isMinimized()) window.restore();
    window.focus();
    request(projectArgument(argv, workingFolder));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    request(path);
  });
  app.on('window-all-closed', () => app.quit());
  disposeBeforeQuit(services);
  await window.loadURL(`${PAGE_ORIGIN}/index.html`);
  request(projectArgument(process.argv, process.cwd()));
}

void start();

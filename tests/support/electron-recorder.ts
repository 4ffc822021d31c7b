/**
 * Stands for the `electron` module where its binary cannot be had: records what main and preload register, and passes calls and
 * events between them as the real one does, by structured clone. It proves nothing about sandboxing or real IPC.
 */
type Handler = (event: unknown, ...args: unknown[]) => unknown;
type Listener = (...args: unknown[]) => void;

class Emitter {
  readonly #listeners = new Map<string, Set<Listener>>();

  on(event: string, listener: Listener): this {
    const all = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, all.add(listener));
    return this;
  }
  once(event: string, listener: Listener): this {
    return this.on(event, listener);
  }
  removeListener(event: string, listener: Listener): this {
    this.#listeners.get(event)?.delete(listener);
    return this;
  }
  emit(event: string, ...args: unknown[]): void {
    for (const listener of [...(this.#listeners.get(event) ?? [])]) listener(...args);
  }
}

const clone = (values: unknown[]): unknown[] => values.map((value) => structuredClone(value));

export const recorded = {
  handlers: new Map<string, Handler>(),
  windows: [] as RecordedWindow[],
  exposed: new Map<string, unknown>(),
  protocols: new Map<string, (request: Request) => Promise<Response>>(),
  privileges: [] as unknown[],
  menu: [] as unknown[],
  beforeRequest: null as
    null | ((details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void),
  permission: null as
    null | ((contents: unknown, permission: string, decide: (allow: boolean) => void) => void),
  /** Where the next call seems to come from. */
  frame: { parent: null as unknown, url: 'app://outspoken/index.html' },
  /** Numbers of the running blockers of sleep. */
  awake: new Set<number>(),
  /** What the next dialog answers. */
  chosen: null as string | null,
  /** Number of the button that the next question is answered by, and what was asked. */
  answer: 0,
  asked: [] as { readonly detail: string; readonly defaultId: number; readonly cancelId: number }[],
};

class WebContents extends Emitter {
  readonly id = recorded.windows.length + 1;
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  send(channel: string, ...args: unknown[]): void {
    ipcRenderer.emit(channel, {}, ...clone(args));
  }
}

export class RecordedWindow extends Emitter {
  readonly webContents = new WebContents();
  readonly options: { webPreferences: Record<string, unknown> };
  url: string | null = null;
  constructor(options: { webPreferences: Record<string, unknown> }) {
    super();
    this.options = options;
    recorded.windows.push(this);
  }
  show(): void {}
  focus(): void {}
  restore(): void {}
  isMinimized(): boolean {
    return false;
  }
  isDestroyed(): boolean {
    return false;
  }
  loadURL(url: string): Promise<void> {
    this.url = url;
    return Promise.resolve();
  }
}
export { RecordedWindow as BrowserWindow };

class App extends Emitter {
  quitted = false;
  readonly isPackaged = false;
  getName = () => 'Outspoken';
  getVersion = () => '0.1.0';
  requestSingleInstanceLock = () => true;
  whenReady = () => Promise.resolve();
  quit(): void {
    this.quitted = true;
  }
}
export const app = new App();

export const ipcMain = {
  handle: (channel: string, handler: Handler) => void recorded.handlers.set(channel, handler),
  removeHandler: (channel: string) => void recorded.handlers.delete(channel),
};

class IpcRenderer extends Emitter {
  async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    const handler = recorded.handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return structuredClone(await handler({ senderFrame: recorded.frame }, ...clone(args)));
  }
}
export const ipcRenderer = new IpcRenderer();

export const contextBridge = {
  exposeInMainWorld: (name: string, api: unknown) => void recorded.exposed.set(name, api),
};

export const Menu = {
  buildFromTemplate: (template: unknown[]) => template,
  setApplicationMenu: (menu: unknown[]) => void (recorded.menu = menu),
};

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => void (recorded.privileges = schemes),
  handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
    void recorded.protocols.set(scheme, handler),
};

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: typeof recorded.permission) =>
      void (recorded.permission = handler),
    webRequest: {
      onBeforeRequest: (handler: typeof recorded.beforeRequest) => void (recorded.beforeRequest = handler),
    },
  },
};

export const dialog = {
  showMessageBox: (_window: unknown, question: (typeof recorded.asked)[number]) => {
    recorded.asked.push(question);
    return Promise.resolve({ response: recorded.answer });
  },
  showOpenDialog: () =>
    Promise.resolve({
      canceled: recorded.chosen === null,
      filePaths: recorded.chosen === null ? [] : [recorded.chosen],
    }),
  showSaveDialog: () =>
    Promise.resolve({ canceled: recorded.chosen === null, filePath: recorded.chosen ?? '' }),
};

export const powerSaveBlocker = {
  start(): number {
    const id = recorded.awake.size + 1;
    recorded.awake.add(id);
    return id;
  },
  stop(id: number): void {
    recorded.awake.delete(id);
  },
};

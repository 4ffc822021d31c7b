import { basename, join } from 'node:path';
import { z } from 'zod';
import { Settings, type FileInfo, type Input, type RecentProject } from '../../../shared/api/contract';
import { keepCopy, readFileCapped, statOrNull, writeFileAtomic } from '../../platform/files';

/** The person's settings: one small file, read again when another process (the command line) changed it. */
export interface SettingsStore {
  get(): Promise<Settings>;
  /** Changes what is given, writes the file and answers all settings. Throws `disk-full`, `no-permission`. */
  set(change: Input<'settings.set'>): Promise<Settings>;
}

/** Projects opened lately, the latest first. */
export interface RecentList {
  /**
   * With a handle for each; a file that is gone is listed as `missing`. `drafts` are the paths of all drafts there are: one
   * that the list does not know is listed too, as taken off, so that there is a way back to each.
   */
  list(files: HandleMint, drafts: readonly string[]): Promise<RecentProject[]>;
  /** Puts a project at the top. That the list could not be written is no reason not to open one: it never throws. */
  add(project: { readonly path: string; readonly title: string; readonly draft: boolean }): Promise<void>;
  /** Takes a project off the list, for good where its file is gone or has a name. A draft is marked as taken off. Its file stays. */
  forget(path: string): Promise<void>;
}

/** The part of the file handles that the list needs. */
export interface HandleMint {
  mint(path: string): string;
}

const DEFAULTS: Settings = {
  theme: 'dark',
  direction: 'ltr',
  ffmpegPath: null,
  keys: { preset: 'outspoken', changed: {} },
  listening: { tones: false, spoken: false },
  translator: null,
  layout: {},
};

/** Settings of an earlier version lack what was added since: that is as it was then. */
const StoredSettings = z.preprocess(
  (data) =>
    typeof data === 'object' && data !== null && !Array.isArray(data) ? { ...DEFAULTS, ...data } : data,
  Settings,
);

const Recent = z.object({
  path: z.string(),
  title: z.string(),
  openedAt: z.number(),
  draft: z.boolean(),
  takenOff: z.boolean().optional(),
});
type Recent = z.infer<typeof Recent>;

/** How many projects the list remembers. Drafts stay on it regardless: it is the only way back to them. */
const MAX_RECENT = 30;
/** Settings are a few kB; a larger file is not ours. */
const MAX_BYTES = 4 * 1024 * 1024;

/** Settings and recent projects in `folder`. A file that cannot be read is kept aside, and the defaults serve. */
export function createSettings(
  folder: string,
  now: () => number = Date.now,
): { settings: SettingsStore; recent: RecentList } {
  const settings = createStore(join(folder, 'settings.json'), StoredSettings, DEFAULTS);
  const recents = createStore(join(folder, 'recent.json'), z.array(Recent), []);
  return {
    settings: {
      get: () => settings.read(),
      set: (change) =>
        settings.update((before) => Settings.parse({ ...before, ...withoutUndefined(change) })),
    },
    recent: {
      async list(files, drafts) {
        const known = await recents.read();
        const unknown = drafts.filter((path) => known.every((entry) => entry.path !== path));
        return Promise.all([...known, ...unknown.map(lost)].map((entry) => present(entry, files)));
      },
      async add({ path, title, draft }) {
        const entry: Recent = { path, title, draft, openedAt: now() };
        await recents
          .update((before) => shortened([entry, ...before.filter((other) => other.path !== path)]))
          .catch(() => undefined);
      },
      async forget(path) {
        const isThere = (await statOrNull(path).catch(() => null)) !== null;
        await recents.update((before) =>
          before.flatMap((entry) => {
            if (entry.path !== path) return [entry];
            return entry.draft && isThere ? [{ ...entry, takenOff: true }] : [];
          }),
        );
      },
    },
  };
}

function shortened(list: readonly Recent[]): Recent[] {
  let places = MAX_RECENT;
  return list.filter((entry) => entry.draft || places-- > 0);
}

function withoutUndefined(change: object): object {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

async function present(entry: Recent, files: HandleMint): Promise<RecentProject> {
  const found = await statOrNull(entry.path).catch(() => null);
  const file: FileInfo = {
    handle: files.mint(entry.path),
    name: basename(entry.path),
    kind: 'file',
    sizeBytes: found?.size ?? null,
  };
  const { title, draft, takenOff = false } = entry;
  const openedAt = entry.openedAt || (found?.mtimeMs ?? 0);
  return { file, title, openedAt, draft, missing: !found?.isFile(), takenOff };
}

/** A draft of which the list knows nothing, because its file was damaged: opened when it was last written. */
function lost(path: string): Recent {
  return { path, title: '', openedAt: 0, draft: true, takenOff: true };
}

interface Store<T> {
  read(): Promise<T>;
  /** One update after the other; the file is written before the answer. */
  update(change: (before: T) => T): Promise<T>;
}

function createStore<T>(path: string, schema: z.ZodType<T>, defaults: T): Store<T> {
  let current: { readonly stamp: string; readonly value: Promise<T> } | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  const stampNow = async () => {
    const found = await statOrNull(path).catch(() => null);
    return found ? `${found.mtimeMs} ${found.size} ${found.ino}` : '';
  };
  const read = async () => {
    const stamp = await stampNow();
    if (current?.stamp !== stamp) current = { stamp, value: readOrKeep(path, schema, defaults) };
    return current.value;
  };
  return {
    read,
    update(change) {
      const turn = queue.then(async () => {
        const next = change(await read());
        await writeFileAtomic(path, `${JSON.stringify(next, null, 2)}\n`);
        current = { stamp: await stampNow(), value: Promise.resolve(next) };
        return next;
      });
      queue = turn.catch(() => undefined);
      return turn;
    },
  };
}

async function readOrKeep<T>(path: string, schema: z.ZodType<T>, defaults: T): Promise<T> {
  if (!(await statOrNull(path).catch(() => null))) return defaults;
  try {
    const text = (await readFileCapped(path, MAX_BYTES)).toString('utf8');
    return schema.parse(JSON.parse(text));
  } catch {
    await keepCopy(path, 'damaged').catch(() => undefined);
    return defaults;
  }
}

import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createClient, type Transport } from '../../shared/api/client';
import { clientOf } from '../../electron/hosts/cli/client';
import { recorded, type RecordedWindow } from '../support/electron-recorder';
import { footage } from '../support/media';
import { conformance } from './conformance';
import { cliServices, DIST, ownFolders } from './subjects';

vi.mock('electron', () => import('../support/electron-recorder'));
vi.mock('../../electron/hosts/window/folders', async () => ({ DIST: (await import('./subjects')).DIST }));

interface Bridge extends Transport {
  readonly call: (method: string, input: unknown) => Promise<unknown>;
}

let folders: Awaited<ReturnType<typeof ownFolders>>;
let window: RecordedWindow;

/** Runs the real main and the real preload; the bridge is what the page would see. */
async function startWindow(): Promise<Bridge> {
  folders = await ownFolders();
  await import('../../electron/hosts/window/main');
  await import('../../electron/hosts/window/preload');
  await vi.waitUntil(() => recorded.windows[0]?.url, { timeout: 10_000 });
  const [only] = recorded.windows;
  if (!only) throw new Error('no window');
  window = only;
  return recorded.exposed.get('outspoken') as Bridge;
}

const bridge = startWindow();

conformance(
  'IPC',
  async () => {
    const own = await bridge;
    // The second client is another host on the same files: what a second window would be.
    const services = await cliServices();
    return {
      client: createClient(own),
      second: clientOf(services),
      folder: folders.folder,
      programs: 'asked',
      raw: own.call,
      close: () => services.dispose(),
    };
  },
  async () => footage(),
);

describe('the window', () => {
  beforeAll(() => bridge);
  afterAll(() => folders.done());

  it('gives the page call and on, and nothing else', async () => {
    expect(Object.keys(await bridge).sort()).toEqual(['call', 'on']);
    expect([...recorded.exposed.keys()]).toEqual(['outspoken']);
  });

  it('is isolated, sandboxed and without Node', () => {
    expect(window.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
    });
    expect(window.url).toBe('app://outspoken/index.html');
  });

  it('answers no frame but its own page', async () => {
    const own = { ...recorded.frame };
    for (const frame of [
      { parent: null, url: 'https://evil.example/' },
      { parent: {}, url: 'app://outspoken/index.html' },
      { parent: null, url: 'app://outspoken.evil.example/' },
    ]) {
      recorded.frame = frame;
      expect(await (await bridge).call('app.info', {})).toMatchObject({
        ok: false,
        error: { code: 'bad-request' },
      });
    }
    recorded.frame = own;
    expect(await (await bridge).call('app.info', {})).toMatchObject({ ok: true, value: { host: 'window' } });
  });

  it('opens no other window, leaves its page for none, asks for nothing and reaches no network', () => {
    expect(window.webContents.openHandler?.({ url: 'https://evil.example' })).toEqual({ action: 'deny' });
    let prevented = false;
    window.webContents.emit('will-navigate', { preventDefault: () => (prevented = true) });
    expect(prevented).toBe(true);
    recorded.permission?.(null, 'geolocation', (allowed) => expect(allowed).toBe(false));
    const cancelled = (url: string) => {
      let answer: boolean | null = null;
      recorded.beforeRequest?.({ url }, ({ cancel }) => (answer = cancel));
      return answer;
    };
    for (const url of [
      'https://example.org/',
      'http://127.0.0.1:80/',
      'file:///etc/passwd',
      'ws://example.org',
    ])
      expect(cancelled(url), url).toBe(true);
    for (const url of ['app://outspoken/index.html', 'media://file/file_x'])
      expect(cancelled(url), url).toBe(false);
  });

  it('serves the page and nothing beside it over app://', async () => {
    const app = recorded.protocols.get('app');
    const page = await app?.(new Request('app://outspoken/index.html'));
    expect(page?.status).toBe(200);
    expect(page?.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page?.text()).toBe(await readFile(join(DIST, 'renderer/index.html'), 'utf8'));
    for (const path of ['..%2fpackage.json', '%2e%2e/package.json', 'nothing.js'])
      expect((await app?.(new Request(`app://outspoken/${path}`)))?.status, path).toBe(404);
  });

  it('serves opened footage by ranges over media://', async () => {
    const path = join(folders.folder, 'footage.mp4');
    await writeFile(path, '0123456789');
    const client = createClient(await bridge);
    const { handle } = await client.call('files.find', { path });
    const media = recorded.protocols.get('media');
    const part = await media?.(new Request(`media://file/${handle}`, { headers: { range: 'bytes=2-4' } }));
    expect([part?.status, await part?.text(), part?.headers.get('content-range')]).toEqual([
      206,
      '234',
      'bytes 2-4/10',
    ]);
    const beyond = await media?.(new Request(`media://file/${handle}`, { headers: { range: 'bytes=10-' } }));
    expect(beyond?.status).toBe(416);
    expect((await media?.(new Request('media://file/file_AAAAAAAAAAAAAAAAAAAAAAAA')))?.status).toBe(404);
  });

  it('asks with the dialogs of the system', async () => {
    const client = createClient(await bridge);
    recorded.chosen = null;
    expect(await client.call('files.pick', { purpose: 'media', suggestedName: null })).toBeNull();
    recorded.chosen = footage();
    expect((await client.call('files.pick', { purpose: 'media', suggestedName: null }))?.kind).toBe('file');
    recorded.chosen = join(folders.folder, 'new.srt');
    expect(
      await client.call('files.pick', { purpose: 'save-subtitles', suggestedName: 'new.srt' }),
    ).toMatchObject({
      name: 'new.srt',
      sizeBytes: null,
    });
  });

  it('asks by the system’s own box before it takes a program, and starts none that was refused', async () => {
    const client = createClient(await bridge);
    const translator = { program: '/opt/my\u202emodel', args: ['--from', 'a\nb'] };
    recorded.answer = 0;
    await expect(client.call('settings.set', { translator })).rejects.toMatchObject({
      code: 'program-refused',
    });
    expect((await client.call('settings.get', {})).translator).toBeNull();
    expect(recorded.asked.at(-1)).toMatchObject({ defaultId: 0, cancelId: 0 });
    expect(recorded.asked.at(-1)?.detail).toContain('/opt/my\\u{202e}model\n--from\na\\u{a}b\n');
    recorded.answer = 1;
    expect((await client.call('settings.set', { translator })).translator).toEqual(translator);
    const asked = recorded.asked.length;
    await client.call('settings.set', { translator, theme: 'dark' });
    expect((await client.call('settings.set', { translator: null })).translator).toBeNull();
    expect(recorded.asked).toHaveLength(asked);
  });

  it('closes what is open before it quits, whichever way out was taken', async () => {
    const { app } = await import('../support/electron-recorder');
    const client = createClient(await bridge);
    const folder = await client.call('files.find', { path: folders.folder });
    const { file } = await client.call('files.target', { folder: folder.handle, name: 'open.outspoken' });
    const { session } = await client.call('project.create', { media: null, language: 'en', title: 'Open' });
    await client.call('project.saveAs', { session, file: file.handle });
    expect(existsSync(join(folders.folder, 'open.outspoken.lock'))).toBe(true);
    let prevented = 0;
    app.emit('before-quit', { preventDefault: () => (prevented += 1) });
    await vi.waitUntil(() => app.quitted, { timeout: 5000 });
    app.emit('before-quit', { preventDefault: () => (prevented += 1) });
    expect(prevented).toBe(1);
    expect(existsSync(join(folders.folder, 'open.outspoken.lock'))).toBe(false);
  });
});

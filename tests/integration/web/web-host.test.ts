import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Services } from '../../../electron/compose';
import { startWebHost, type WebHost } from '../../../electron/hosts/web/server';
import { httpClient } from '../../support/http-client';
import { ask, enter } from '../../support/loopback';
import { DIST, webServices } from '../../contract/subjects';

let home: string;
let host: WebHost;
let services: Services;
let cookie: string;
const before = process.env.OUTSPOKEN_HOME;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'outspoken-web-'));
  process.env.OUTSPOKEN_HOME = home;
  await writeFile(join(home, 'secret.txt'), 'secret');
  await writeFile(join(home, 'footage.mp4'), '0123456789');
  host = await startWebHost({
    pageFolder: join(DIST, 'renderer'),
    project: null,
    connect: async (mediaUrl) => {
      services = await webServices(mediaUrl);
      return services;
    },
  });
});
afterAll(async () => {
  await host.close();
  if (before === undefined) delete process.env.OUTSPOKEN_HOME;
  else process.env.OUTSPOKEN_HOME = before;
  await rm(home, { recursive: true, force: true });
});

const origin = () => `http://127.0.0.1:${host.port}`;
const call = (method: string, input: unknown, headers: Record<string, string> = {}) =>
  ask(host.port, '/api/call', {
    method: 'POST',
    headers: { origin: origin(), cookie, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ method, input, client: 'test' }),
  });

describe('entering', () => {
  it('refuses a wrong token and no token, and gives no cookie', async () => {
    for (const path of ['/enter', '/enter?token=', `/enter?token=${'A'.repeat(43)}`]) {
      const answer = await ask(host.port, path);
      expect(answer.status, path).toBe(403);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('refuses the right token under another Host', async () => {
    const { pathname, search } = new URL(host.address);
    const answer = await ask(host.port, pathname + search, {
      headers: { host: `evil.example:${host.port}` },
    });
    expect(answer.status).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('takes the token once, for a strict cookie that no script can read', async () => {
    const { pathname, search } = new URL(host.address);
    expect(search.length).toBeGreaterThanOrEqual('?token='.length + 43);
    const first = await ask(host.port, pathname + search);
    expect(first.status).toBe(200);
    const header = String(first.headers['set-cookie']);
    expect(header).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    cookie = header.split(';')[0] ?? '';
    const again = await ask(host.port, pathname + search);
    expect(again.status).toBe(403);
    expect(again.headers['set-cookie']).toBeUndefined();
    await expect(enter(host.address)).rejects.toThrow('no cookie');
  });
});

describe('calling', () => {
  it('answers the page of the session', async () => {
    const answer = await call('app.info', {});
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: true, value: { host: 'web', nativeDialogs: false } });
  });

  it.each([
    ['without the cookie', { cookie: '' }],
    ['with another cookie', { cookie: 'outspoken=1' }],
    ['from a foreign origin', { origin: 'http://evil.example' }],
    ['from another port', { origin: 'http://127.0.0.1:1' }],
    ['under a rebound name', { host: 'evil.example' }],
    ['under localhost', { host: 'localhost' }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from another port of this machine', { 'sec-fetch-site': 'same-site' }],
  ])('refuses %s', async (_how, headers) => {
    expect((await call('app.info', {}, headers)).status).toBe(403);
  });

  it('takes JSON only, by POST only', async () => {
    expect((await call('app.info', {}, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await ask(host.port, '/api/call', { headers: { cookie } })).status).toBe(405);
  });

  it('answers nonsense with an error that is data', async () => {
    for (const body of ['', '{', '[]', '{"method":1,"input":{}}', '{"method":"app.info"}', 'null']) {
      const answer = await ask(host.port, '/api/call', {
        method: 'POST',
        headers: { origin: origin(), cookie, 'content-type': 'application/json' },
        body,
      });
      expect(JSON.parse(answer.body), body).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    }
    for (const method of ['nothing.here', '__proto__', 'toString', 'constructor'])
      expect(JSON.parse((await call(method, {})).body)).toMatchObject({
        ok: false,
        error: { code: 'bad-request' },
      });
  });

  it('knows no file that was not opened', async () => {
    for (const file of ['file_AAAAAAAAAAAAAAAAAAAAAAAA', join(home, 'secret.txt'), '../secret.txt']) {
      const answer = JSON.parse((await call('media.probe', { file })).body) as {
        ok: boolean;
        error: { code: string };
      };
      expect(answer.ok).toBe(false);
      expect(['unknown-handle', 'bad-request']).toContain(answer.error.code);
    }
  });
});

describe('the page', () => {
  const page = (path: string) => ask(host.port, path, { headers: { cookie } });

  it('comes with a policy that lets in nothing foreign', async () => {
    const answer = await page('/');
    expect(answer.status).toBe(200);
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
    expect(answer.body).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>\s*\S/);
  });

  it('is not sent to anybody else', async () => {
    expect((await ask(host.port, '/')).status).toBe(403);
    expect((await ask(host.port, '/api/events')).status).toBe(403);
  });

  it.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/assets/..%5c..%5cpackage.json',
    '//etc/passwd',
  ])('does not leave its folder for %s', async (path) => {
    const answer = await page(path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('outspoken');
  });
});

describe('the footage port', () => {
  const media = (path: string, headers: Record<string, string> = {}) =>
    ask(host.mediaPort, path, { headers: { cookie, ...headers } });

  it('serves ranges of an opened file', async () => {
    const handle = services.mint(join(home, 'footage.mp4'));
    expect((await media(`/${handle}`)).body).toBe('0123456789');
    const part = await media(`/${handle}`, { range: 'bytes=2-4' });
    expect([part.status, part.body, part.headers['content-range']]).toEqual([206, '234', 'bytes 2-4/10']);
    expect((await media(`/${handle}`, { range: 'bytes=-3' })).body).toBe('789');
    expect((await media(`/${handle}`, { range: 'bytes=10-' })).status).toBe(416);
  });

  it('serves nobody else and nothing else', async () => {
    const handle = services.mint(join(home, 'footage.mp4'));
    expect((await ask(host.mediaPort, `/${handle}`)).status).toBe(403);
    expect((await media(`/${handle}`, { host: `evil.example:${host.mediaPort}` })).status).toBe(403);
    expect((await media(`/${handle}`, { origin: 'http://evil.example' })).status).toBe(403);
    expect((await media(`/${handle}`, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    for (const path of [
      '/',
      '/file_AAAAAAAAAAAAAAAAAAAAAAAA',
      `/../${handle}`,
      encodeURI(join(home, 'secret.txt')),
    ])
      expect((await media(path)).status, path).toBe(404);
  });
});

describe('a page that is reloaded', () => {
  it('finds its project free again, and what it wrote in it', async () => {
    const old = httpClient(host.port, cookie, 'before');
    await old.ready;
    const { session } = await old.client.call('project.create', {
      media: null,
      language: 'en',
      title: 'Reloaded',
    });
    const folder = await old.client.call('files.find', { path: home });
    const { file } = await old.client.call('files.target', {
      folder: folder.handle,
      name: 'reloaded.outspoken',
    });
    await old.client.call('project.saveAs', { session, file: file.handle });
    const fresh = httpClient(host.port, cookie, 'after');
    const locked = await fresh.client.call('project.open', { file: file.handle });
    expect(locked.readOnly).not.toBeNull();
    await fresh.client.call('project.close', { session: locked.session });
    old.close();
    await expect
      .poll(async () => {
        const opened = await fresh.client.call('project.open', { file: file.handle });
        await fresh.client.call('project.close', { session: opened.session });
        return opened.readOnly;
      })
      .toBeNull();
    fresh.close();
  });
});

describe('the network', () => {
  it('sees neither port: only 127.0.0.1 listens', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.family === 'IPv4' && !address.internal)?.address;
    const addresses = ['127.0.0.2', ...(outside === undefined ? [] : [outside])];
    for (const address of addresses)
      for (const port of [host.port, host.mediaPort])
        expect(await reaches(address, port), `${address}:${port}`).toBe(false);
    expect(await reaches('127.0.0.1', host.port)).toBe(true);
  });
});

function reaches(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port, timeout: 2000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}

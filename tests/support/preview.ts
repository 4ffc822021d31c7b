/** What the preview draws: the player's renderer in Chromium, built from the sources. */
import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { Browser } from '@playwright/test';
import { build } from 'vite';
import { launchChromium } from './app';

export interface Picture {
  readonly width: number;
  readonly height: number;
}

/** Luma of the rows of a picture that are not flat grey; the others are. */
export interface Drawn {
  readonly top: number;
  readonly rows: number;
  readonly luma: Uint8Array;
}

export interface Preview {
  open(size: Picture): Promise<void>;
  /** Draws the script (null: the one before) at a time. */
  draw(script: string | null, ms: number): Promise<Drawn>;
  close(): Promise<void>;
}

interface PageApi {
  open(width: number, height: number): Promise<void>;
  draw(script: string | null, ms: number): Promise<{ top: number; rows: number; luma: string }>;
}

declare global {
  interface Window {
    preview: PageApi;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** Builds the page into `folder` and opens it. */
export async function openPreview(folder: string): Promise<Preview> {
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'preview-page'),
    base: './',
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'chrome120', assetsInlineLimit: 0, minify: false },
    worker: { format: 'es' },
  });
  const server = await serve(folder);
  const browser = await launchChromium();
  try {
    return await pageOf(server, browser);
  } catch (error) {
    await browser.close();
    server.close();
    throw error;
  }
}

async function pageOf(server: Server, browser: Browser): Promise<Preview> {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const page = await browser.newPage({ viewport: { width: 1920, height: 1920 } });
  await page.goto(`http://127.0.0.1:${address.port}/index.html`);
  return {
    open: ({ width, height }) =>
      page.evaluate(([w, h]) => window.preview.open(w, h), [width, height] as const),
    async draw(script, ms) {
      const { luma, ...rows } = await page.evaluate(
        async ([text, at]) => {
          const drawn = await window.preview.draw(text, at);
          if (document.title.startsWith('failed')) throw new Error(document.title);
          return drawn;
        },
        [script, ms] as const,
      );
      return { ...rows, luma: Buffer.from(luma, 'base64') };
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

async function serve(folder: string): Promise<Server> {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    const path = resolve(root, `.${new URL(request.url ?? '/', 'http://x').pathname}`);
    readFile(path).then(
      (bytes) => {
        response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
        response.end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { protocol } from 'electron';
import { mediaType } from '../common/media-file';
import { contentSecurityPolicy, pageFile, pageType } from '../common/page';
import { parseRange } from '../common/range';

/** Must run before the app is ready: `app://` is the page's own origin, `media://` streams footage to the media element. */
export function declareProtocols(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: 'media', privileges: { standard: true, secure: true, stream: true } },
  ]);
}

/** Serves the built page from `pageFolder` and footage by handle; `pathOf` throws for handles nobody minted. */
export function serveProtocols(pageFolder: string, pathOf: (handle: string) => string): void {
  protocol.handle('app', (request) => servePage(pageFolder, request));
  protocol.handle('media', (request) => serveMedia(pathOf, request));
}

const notFound = () => new Response(null, { status: 404 });

async function servePage(folder: string, request: Request): Promise<Response> {
  const file = pageFile(folder, new URL(request.url).pathname);
  const bytes = file === null ? null : await readFile(file).catch(() => null);
  if (file === null || bytes === null) return notFound();
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': pageType(file),
      'Content-Security-Policy': contentSecurityPolicy('media:'),
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

async function serveMedia(pathOf: (handle: string) => string, request: Request): Promise<Response> {
  let path: string;
  try {
    // The handle is the path, not the host: a standard scheme's host is folded to lower case.
    path = pathOf(new URL(request.url).pathname.slice(1));
  } catch {
    return notFound();
  }
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return notFound();
  const range = parseRange(request.headers.get('range') ?? undefined, found.size);
  const headers = { 'Content-Type': mediaType(path), 'Accept-Ranges': 'bytes', 'Cache-Control': 'no-store' };
  if (range === 'unsatisfiable')
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'Content-Range': `bytes */${found.size}` },
    });
  const { first, last } = range ?? { first: 0, last: found.size - 1 };
  const stream = createReadStream(path, { start: first, end: last });
  const body = Readable.toWeb(stream) as ReadableStream<Uint8Array>;
  return new Response(found.size === 0 ? null : body, {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      'Content-Length': String(Math.max(0, last - first + 1)),
      ...(range ? { 'Content-Range': `bytes ${first}-${last}/${found.size}` } : {}),
    },
  });
}

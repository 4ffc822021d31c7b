import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { mediaType } from '../common/media-file';
import { parseRange } from '../common/range';

/**
 * Serves the footage on a port of its own: one origin has six connections, and buffering videos would starve the calls.
 * The path is `/<handle>`; `pathOf` throws for a handle that nobody minted.
 */
export function mediaListener(options: {
  readonly pathOf: (handle: string) => string;
  readonly allowed: (request: IncomingMessage) => boolean;
}): RequestListener {
  return (request, response) => {
    if (!options.allowed(request)) return refuse(response, 403);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
    let path: string;
    try {
      path = options.pathOf((request.url ?? '/').slice(1).split('?')[0] ?? '');
    } catch {
      return refuse(response, 404);
    }
    void send(path, request, response).catch(() => refuse(response, 404));
  };
}

async function send(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const found = await stat(path);
  if (!found.isFile()) return refuse(response, 404);
  const range = parseRange(request.headers.range, found.size);
  const headers = {
    'Content-Type': mediaType(path),
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    // Chromium counts ports of an IP address as other sites here; who may ask is decided by cookie and handle.
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
  if (range === 'unsatisfiable') {
    response.writeHead(416, { ...headers, 'Content-Range': `bytes */${found.size}` }).end();
    return;
  }
  const { first, last } = range ?? { first: 0, last: found.size - 1 };
  const length = Math.max(0, last - first + 1);
  response.writeHead(range ? 206 : 200, {
    ...headers,
    'Content-Length': length,
    ...(range ? { 'Content-Range': `bytes ${first}-${last}/${found.size}` } : {}),
  });
  if (request.method === 'HEAD' || length === 0) {
    response.end();
    return;
  }
  const stream = createReadStream(path, { start: first, end: last });
  // A media element drops requests all the time; an abandoned stream would keep the file open.
  response.on('close', () => stream.destroy());
  stream.on('error', () => response.destroy());
  stream.pipe(response);
}

function refuse(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status);
  response.end();
}

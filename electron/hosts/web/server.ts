import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerCall } from '../../../shared/api/client';
import { AppError, errorData } from '../../../shared/api/errors';
import { formatMessage } from '../../../shared/messages/index';
import type { Services } from '../../compose';
import { contentSecurityPolicy, pageFile, pageType } from '../common/page';
import { checkRequest, sameSecret, type GuardRules } from './guard';
import { mediaListener } from './media-server';

export interface WebHost {
  /** Where a browser enters: good for one visit, which gets the session's cookie. */
  readonly address: string;
  readonly port: number;
  readonly mediaPort: number;
  close(): Promise<void>;
}

/** Larger than the largest call of the contract (72 MB of base64 in `transcript.read`). */
const MAX_BODY_BYTES = 80 * 1024 * 1024;
const LOOPBACK = '127.0.0.1';

interface Site {
  readonly services: Services;
  readonly pageFolder: string;
  readonly rules: GuardRules;
  readonly policy: string;
  /** The one-time token; null once it was used. */
  token: string | null;
  /** The project to show in the first page that listens; null afterwards. */
  project: string | null;
}

/**
 * Starts the web host on two free ports of 127.0.0.1 (page and calls; footage).
 * `pageFolder` is the built renderer. `connect` builds the services once the address of the footage is known.
 */
export async function startWebHost(options: {
  readonly pageFolder: string;
  /** A project to show at once; null: the start screen. */
  readonly project: string | null;
  readonly connect: (mediaUrl: (handle: string) => string) => Promise<Services>;
}): Promise<WebHost> {
  const secret = randomBytes(32).toString('base64url');
  const token = randomBytes(32).toString('base64url');
  const pages = createServer();
  const media = createServer();
  const [port, mediaPort] = await Promise.all([listen(pages), listen(media)]);
  const origin = `http://${LOOPBACK}:${port}`;
  const mediaOrigin = `http://${LOOPBACK}:${mediaPort}`;
  const services = await options.connect((handle) => `${mediaOrigin}/${handle}`);
  const rules: GuardRules = {
    host: `${LOOPBACK}:${port}`,
    origin,
    // Cookies are shared by all ports of a host: the name keeps two running servers apart.
    cookieName: `outspoken_${port}`,
    secret,
    sites: ['same-origin'],
  };
  const site: Site = {
    services,
    pageFolder: options.pageFolder,
    rules,
    policy: contentSecurityPolicy(mediaOrigin),
    token,
    project: options.project,
  };
  const mediaRules: GuardRules = {
    ...rules,
    host: `${LOOPBACK}:${mediaPort}`,
    sites: ['same-site', 'same-origin'],
  };
  pages.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void route(site, request, response).catch((error: unknown) =>
      reply(response, 500, JSON.stringify(errorData(error))),
    );
  });
  media.on(
    'request',
    mediaListener({
      pathOf: services.pathOf,
      allowed: (request) => checkRequest(guarded(request), mediaRules) === 'ok',
    }),
  );
  return {
    address: `${origin}/enter?token=${token}`,
    port,
    mediaPort,
    async close() {
      pages.closeAllConnections();
      media.closeAllConnections();
      await Promise.all([stop(pages), stop(media)]);
      await services.dispose();
    },
  };
}

async function route(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://local.invalid');
  if (url.pathname === '/enter') return enter(site, request, response, url.searchParams.get('token') ?? '');
  // The first page load after entering comes from a redirect or a bookmark: a navigation, which carries no Origin.
  const navigation = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate';
  const rules = navigation ? { ...site.rules, sites: ['same-origin', 'none'] } : site.rules;
  const verdict = checkRequest(guarded(request), rules);
  if (verdict === 'no-session' && navigation) return reply(response, 403, formatMessage('web.noSession'));
  if (verdict !== 'ok') return reply(response, 403, verdict);
  if (url.pathname === '/api/call') return call(site, request, response);
  if (url.pathname === '/api/events') return stream(site, response, url.searchParams.get('client') ?? '');
  return page(site, request, response, url.pathname);
}

function enter(site: Site, request: IncomingMessage, response: ServerResponse, token: string): void {
  if (request.headers.host !== site.rules.host) return reply(response, 403, 'wrong-host');
  if (site.token === null || request.method !== 'GET' || !sameSecret(token, site.token)) {
    // A reload of the first address by the browser that already entered is not an attack.
    if (checkRequest(guarded(request), { ...site.rules, sites: ['same-origin', 'none'] }) === 'ok')
      return toApp(response);
    return reply(response, 403, formatMessage('web.usedAddress'));
  }
  site.token = null;
  response.setHeader(
    'Set-Cookie',
    `${site.rules.cookieName}=${site.rules.secret}; HttpOnly; SameSite=Strict; Path=/`,
  );
  toApp(response);
}

/** A page that moves on by itself: a redirect would lose the strict cookie when the address came from another program. */
function toApp(response: ServerResponse): void {
  response.setHeader('Refresh', '0; url=/');
  response.setHeader('Content-Security-Policy', "default-src 'none'");
  response.setHeader('Referrer-Policy', 'no-referrer');
  reply(response, 200, '');
}

async function call(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST') return reply(response, 405, '');
  if (!(request.headers['content-type'] ?? '').startsWith('application/json'))
    return reply(response, 415, '');
  const answer = await readBody(request).then(
    (body) => {
      const { method, input, client } = body;
      return answerCall(site.services.handlersFor(client), method, input);
    },
    (error: unknown) => ({ ok: false, error: errorData(error) }) as const,
  );
  response.setHeader('Content-Type', 'application/json');
  reply(response, 200, JSON.stringify(answer));
}

async function readBody(
  request: IncomingMessage,
): Promise<{ method: string; input: unknown; client: string }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new AppError('bad-request', { reason: 'the call is too large' });
    chunks.push(chunk);
  }
  const wrong = new AppError('bad-request', { reason: 'the call is not {method, input, client}' });
  let body: unknown;
  try {
    body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw wrong;
  }
  if (typeof body !== 'object' || body === null || !('method' in body) || !('input' in body)) throw wrong;
  const client = 'client' in body && typeof body.client === 'string' ? body.client : '';
  if (typeof body.method !== 'string') throw wrong;
  return { method: body.method, input: body.input, client: client.slice(0, 64) };
}

/** Server-sent events. The stream is also how the host learns that a tab has gone: its projects are then closed. */
function stream(site: Site, response: ServerResponse, client: string): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  response.write(': open\n\n');
  const off = site.services.onEvent((event, payload) => {
    response.write(`data: ${JSON.stringify({ event, payload })}\n\n`);
  });
  const leave = site.services.clientHere(client.slice(0, 64));
  if (site.project !== null) {
    const payload = { file: site.services.mint(site.project) };
    response.write(`data: ${JSON.stringify({ event: 'project.requested', payload })}\n\n`);
    site.project = null;
  }
  const alive = setInterval(() => response.write(': alive\n\n'), 15_000);
  response.on('close', () => {
    clearInterval(alive);
    off();
    leave();
  });
}

async function page(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return reply(response, 405, '');
  const file = pageFile(site.pageFolder, path);
  const bytes = file === null ? null : await readFile(file).catch(() => null);
  if (file === null || bytes === null) return reply(response, 404, '');
  response.setHeader('Content-Type', pageType(file));
  response.setHeader('Content-Security-Policy', site.policy);
  // With these two libass may use threads; without them it still works, slower.
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader(
    'Cache-Control',
    path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-store',
  );
  reply(response, 200, bytes);
}

function reply(response: ServerResponse, status: number, body: string | Buffer): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (!response.hasHeader('Content-Type')) response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.writeHead(status).end(body);
}

function guarded(request: IncomingMessage) {
  const { host, origin, cookie } = request.headers;
  const site = request.headers['sec-fetch-site'];
  return {
    method: request.method ?? 'GET',
    host,
    origin,
    cookie,
    fetchSite: typeof site === 'string' ? site : undefined,
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, LOOPBACK, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve(address.port);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

import { request } from 'node:http';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** An HTTP request with exactly the headers given: `fetch` would not let a test lie about Host, Origin or Cookie. */
export function ask(
  port: number,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = options;
    const call = request(
      { host: '127.0.0.1', port, path, method, headers: { host: `127.0.0.1:${port}`, ...headers } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks).toString('latin1'),
          }),
        );
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}

/** Enters with the one-time address and answers with the session's cookie, `name=value`. */
export async function enter(address: string): Promise<string> {
  const url = new URL(address);
  const { headers } = await ask(Number(url.port), url.pathname + url.search);
  const cookie = headers['set-cookie'];
  const first = Array.isArray(cookie) ? cookie[0] : cookie;
  if (first === undefined) throw new Error('no cookie was set');
  return first.split(';')[0] ?? '';
}

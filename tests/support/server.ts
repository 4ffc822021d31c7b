/** The web host as a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** What the app is started with, so that it keeps to `home` and starts browsing files in `folder`. */
export function environment(home: string, folder: string): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { ...Object.fromEntries(inherited), OUTSPOKEN_HOME: home, HOME: folder, OUTSPOKEN_OWN_DIALOGS: '1' };
}

/** Starts the web host and answers with the address it printed. */
export function startServer(
  home: string,
  folder: string,
  more: Readonly<Record<string, string>> = {},
): Promise<{ address: string; process: ChildProcess }> {
  const server = spawn(
    process.execPath,
    [join(root, 'build/outspoken.mjs'), 'serve', '--no-open', '--json'],
    {
      env: { ...environment(home, folder), ...more },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return new Promise((resolve, reject) => {
    let text = '';
    server.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const address = /"address":"([^"]+)"/.exec(text)?.[1];
      if (address !== undefined) resolve({ address, process: server });
    });
    server.once('exit', (code) =>
      reject(new Error(`the web host ended with ${code} before it was ready: ${text}`)),
    );
  });
}

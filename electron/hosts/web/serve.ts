import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatMessage } from '../../../shared/messages/index';
import { composeServices } from '../../compose';
import type { Command } from '../common/command-line/command';
import { EXIT } from '../common/command-line/exit-codes';
import { pathOperand } from '../common/command-line/paths';
import { VERSION } from '../common/version';
import { startWebHost } from './server';

const DIST = join(dirname(fileURLToPath(import.meta.url)), '..');

/** `outspoken serve [PROJECT]`: the app for a browser on this machine, until Ctrl-C. */
export const serve: Command = {
  name: 'serve',
  operands: '[PROJECT]',
  help: 'cli.serve.help',
  arity: [0, 1],
  options: { 'no-open': { type: 'boolean', help: 'cli.option.noOpen' } },
  async run(context) {
    const { output, signal, flag, positionals } = context;
    const host = await startWebHost({
      pageFolder: join(DIST, 'renderer'),
      project: positionals.length > 0 ? pathOperand(context, 0) : null,
      connect: (mediaUrl) =>
        composeServices({
          host: 'web',
          version: VERSION,
          distFolder: DIST,
          resourcesFolder: null,
          mediaUrl,
          pick: null,
          approve: null,
        }),
    });
    output.line(formatMessage('cli.serving', { address: host.address }));
    output.object({ address: host.address, port: host.port, mediaPort: host.mediaPort });
    if (!output.json) output.note(formatMessage('cli.servingHint'));
    if (!flag('no-open')) openInBrowser(host.address);
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    await host.close();
    return EXIT.done;
  },
};

/** Hands the address to the system; where that fails, the printed line has to do. */
function openInBrowser(address: string): void {
  const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
    darwin: ['open', address],
    win32: ['rundll32', 'url.dll,FileProtocolHandler', address],
  };
  const [command, ...rest] = openers[process.platform] ?? ['xdg-open', address];
  const child = spawn(command, rest, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

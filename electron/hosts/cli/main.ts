/** `outspoken …`: batches and scripts on the same services as the app. `serve` has a program of its own in `hosts/web`. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatMessage } from '../../../shared/messages/index';
import { composeServices } from '../../compose';
import { EXIT, type ExitCode } from '../common/command-line/exit-codes';
import { createOutput } from '../common/command-line/output';
import { OVERVIEW } from '../common/command-line/overview';
import { runCommand } from '../common/command-line/run';
import { VERSION } from '../common/version';
import { commands } from './commands';

const DIST = join(dirname(fileURLToPath(import.meta.url)), '..');

function generalHelp(): string {
  const rows = OVERVIEW.map(
    ({ name, operands, help }) => `  ${`${name} ${operands}`.padEnd(26)} ${formatMessage(help)}`,
  );
  return [formatMessage('cli.about'), '', ...rows, '', formatMessage('cli.exitCodes')].join('\n');
}

async function main(argv: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(`${generalHelp()}\n`);
    return name === undefined ? EXIT.wrongUse : EXIT.done;
  }
  if (name === '--version') {
    process.stdout.write(`${VERSION}\n`);
    return EXIT.done;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    const output = createOutput(process, rest.includes('--json'), () => performance.now());
    const message = formatMessage('cli.unknownCommand', { name });
    output.error({ code: 'bad-request', message, detail: {} });
    return EXIT.wrongUse;
  }
  return runCommand(command, rest, (draftFolder) =>
    composeServices({
      host: 'cli',
      version: VERSION,
      distFolder: DIST,
      resourcesFolder: null,
      mediaUrl: null,
      pick: null,
      // Whoever types a command has decided.
      approve: () => Promise.resolve(true),
      draftFolder,
    }),
  );
}

process.exitCode = await main(process.argv.slice(2));

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError, errorData } from '../../../../shared/api/errors';
import type { Services } from '../../../compose';
import { commandHelp, parseCommandLine } from './arguments';
import type { Command } from './command';
import { EXIT, exitCodeOf, type ExitCode } from './exit-codes';
import { createOutput, type Output } from './output';
import { UsageError } from './usage-error';

/**
 * Runs one command to its exit code: reads its arguments, gives it services on demand, turns errors into sentences and codes,
 * and on Ctrl-C lets it stop in order. `compose` gets a folder of this run's own, which is gone afterwards.
 */
export async function runCommand(
  command: Command,
  argv: readonly string[],
  compose: (scratchFolder: string) => Promise<Services>,
): Promise<ExitCode> {
  const output = createOutput(process, argv.includes('--json'), () => performance.now());
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => abort.abort());
  // Work in progress lives here; only finished files leave it.
  const scratch = await mkdtemp(join(tmpdir(), 'outspoken-'));
  let services: Promise<Services> | null = null;
  const open = () => (services ??= compose(scratch));
  try {
    const parsed = parseCommandLine(command, argv);
    if (parsed.flag('help')) {
      process.stdout.write(`${commandHelp(command)}\n`);
      return EXIT.done;
    }
    return await command.run({ ...parsed, open, output, signal: abort.signal, workingFolder: process.cwd() });
  } catch (error) {
    return failure(error, output, abort.signal.aborted);
  } finally {
    await (await (services as Promise<Services> | null)?.catch(() => null))?.dispose();
    await rm(scratch, { recursive: true, force: true });
  }
}

function failure(error: unknown, output: Output, aborted: boolean): ExitCode {
  if (error instanceof UsageError) {
    output.error({ code: 'bad-request', message: error.message, detail: {} });
    return EXIT.wrongUse;
  }
  if (aborted) {
    // Whatever a tool said while it was being stopped is no news.
    output.error(errorData(new AppError('cancelled')));
    return EXIT.cancelled;
  }
  output.error(errorData(error));
  return exitCodeOf(error instanceof AppError ? error.code : 'internal');
}

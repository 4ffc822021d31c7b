import { resolve } from 'node:path';
import { formatMessage } from '../../../../../shared/messages/index';
import type { CommandContext } from '../../../common/command-line/command';
import { EXIT, type ExitCode } from '../../../common/command-line/exit-codes';
import { clientOf } from '../../client';

/** `outspoken translate use [--off | -- PROGRAM ARGUMENT…]`: names the person's own translation program, or shows which it is. */
export async function useProgram(context: CommandContext): Promise<ExitCode> {
  const { output, positionals, workingFolder, flag } = context;
  const [, program, ...args] = positionals;
  const client = clientOf(await context.open());
  if (flag('off')) await client.call('settings.set', { translator: null });
  else if (program !== undefined) {
    // A bare name is looked for in PATH when it runs; a path means the file it names from here.
    const named = /[\\/]/u.test(program) ? resolve(workingFolder, program) : program;
    await client.call('settings.set', { translator: { program: named, args } });
  }
  const { translator } = await client.call('settings.get', {});
  output.line(
    translator
      ? formatMessage('cli.translate.uses', { program: [translator.program, ...translator.args].join(' ') })
      : formatMessage('cli.translate.usesNone'),
  );
  output.object({ translator });
  return EXIT.done;
}

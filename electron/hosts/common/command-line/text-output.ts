import type { TextOutput } from '../../../../shared/api/contract';
import { formatMessage } from '../../../../shared/messages/index';
import type { CommandContext, OptionSpec } from './command';
import { UsageError } from './usage-error';

/** How the characters of written text files are to be: options of every command that writes some. */
export const TEXT_OUTPUT_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  'output-encoding': { type: 'string', value: 'NAME', help: 'cli.option.outputEncoding' },
  bom: { type: 'boolean', help: 'cli.option.bom' },
  crlf: { type: 'boolean', help: 'cli.option.crlf' },
};

/** What those options say; UTF-8, LF, no byte order mark where they say nothing. */
export function textOutputOption({ text, flag }: CommandContext): TextOutput {
  const encoding = text('output-encoding') ?? 'utf8';
  if (encoding === '' || encoding.length > 40)
    throw new UsageError(formatMessage('cli.wrongEncoding', { value: encoding.slice(0, 40) }));
  return { encoding, bom: flag('bom'), lineEnd: flag('crlf') ? 'crlf' : 'lf' };
}

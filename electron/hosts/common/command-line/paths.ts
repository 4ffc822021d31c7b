import { existsSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { LanguageTag } from '../../../../shared/domain/common';
import { formatMessage } from '../../../../shared/messages/index';
import type { CommandContext, OptionSpec } from './command';
import { UsageError } from './usage-error';

/** The operand at `index` as a full path. Throws `UsageError` where it is missing. */
export function pathOperand({ positionals, workingFolder }: CommandContext, index: number): string {
  const operand = positionals[index];
  if (operand === undefined || operand === '') throw new UsageError(formatMessage('cli.missingOperand'));
  return resolve(workingFolder, operand);
}

/** That a file may be replaced: an option of every command that writes where it is told. */
export const FORCE_OPTION: Readonly<Record<string, OptionSpec>> = {
  force: { type: 'boolean', help: 'cli.option.force' },
};

/**
 * Where an option says to write, as a full path; null where it is not given. Throws `UsageError` where a file is there
 * already and `--force` is not said, and where the ending is not one of `endings`.
 */
export function targetOption(
  context: CommandContext,
  name: string,
  endings: readonly string[],
): string | null {
  const value = context.text(name);
  if (value === undefined) return null;
  const path = resolve(context.workingFolder, value);
  if (!endings.includes(extname(path).toLowerCase()))
    throw new UsageError(
      formatMessage('cli.wrongEnding', { name: basename(path), endings: endings.join(', ') }),
    );
  if (existsSync(path) && !context.flag('force'))
    throw new UsageError(formatMessage('cli.exists', { name: basename(path) }));
  return path;
}

/** The language of what is read: an option of commands that could not know it. */
export const LANGUAGE_OPTION: Readonly<Record<string, OptionSpec>> = {
  lang: { type: 'string', value: 'TAG', help: 'cli.option.lang' },
};

/** What `--lang` says; null where it is not given. Throws `UsageError` for what is no language tag. */
export function languageOption({ text }: CommandContext): string | null {
  const value = text('lang');
  if (value === undefined) return null;
  if (!LanguageTag.safeParse(value).success)
    throw new UsageError(formatMessage('cli.wrongLanguage', { value }));
  return value;
}

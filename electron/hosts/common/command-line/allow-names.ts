import { NameOverride } from '../../../../shared/domain/export';
import { formatMessage } from '../../../../shared/messages/index';
import type { CommandContext, OptionSpec } from './command';
import { UsageError } from './usage-error';

/** How listed names are let through: an option of every command that writes something for others. */
export const ALLOW_NAMES_OPTION: Readonly<Record<string, OptionSpec>> = {
  'allow-names': { type: 'string', value: 'REASON', help: 'cli.option.allowNames' },
};

/** Of every command that writes one file: those, and a record of its own beside the file. */
export const WRITES_ALONE_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  ...ALLOW_NAMES_OPTION,
  manifest: { type: 'boolean', help: 'cli.option.manifest' },
};

/** What those say. Throws `UsageError` for a reason that is none. */
export function writesAloneOptions(context: CommandContext): {
  readonly override: NameOverride | null;
  readonly manifest: boolean;
} {
  return { override: allowNamesOption(context), manifest: context.flag('manifest') };
}

/** The typed decision to let listed names through; null where the option is not given. */
export function allowNamesOption({ text }: CommandContext): NameOverride | null {
  const reason = text('allow-names');
  if (reason === undefined) return null;
  const parsed = NameOverride.safeParse({ reason });
  if (!parsed.success) throw new UsageError(formatMessage('cli.allowNames.reason'));
  return parsed.data;
}

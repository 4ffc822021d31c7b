import { parseArgs } from 'node:util';
import { formatMessage } from '../../../../shared/messages/index';
import type { Command, OptionSpec } from './command';
import { UsageError } from './usage-error';

/** Options every command takes. */
export const COMMON_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  json: { type: 'boolean', help: 'cli.option.json' },
  help: { type: 'boolean', short: 'h', help: 'cli.option.help' },
};

export interface ParsedArguments {
  readonly positionals: readonly string[];
  readonly text: (name: string) => string | undefined;
  readonly flag: (name: string) => boolean;
}

/** Reads what follows a command's name. Throws `UsageError` for unknown options and a wrong number of operands. */
export function parseCommandLine(command: Command, argv: readonly string[]): ParsedArguments {
  const specs = { ...COMMON_OPTIONS, ...command.options };
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { type, short }]) => [
      name,
      short === undefined ? { type } : { type, short },
    ]),
  );
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const [fewest, most] = command.arity;
  if (values.help !== true && (positionals.length < fewest || positionals.length > most))
    throw new UsageError(formatMessage('cli.usage', { usage: usageLine(command) }));
  return {
    positionals,
    text: (name) => {
      const value = values[name];
      return typeof value === 'string' ? value : undefined;
    },
    flag: (name) => values[name] === true,
  };
}

/** `outspoken align VIDEO TRANSCRIPT --lang TAG …` */
export function usageLine(command: Command): string {
  const options = Object.entries(command.options).map(([name, { value, short }]) => {
    const dashed = short === undefined ? `--${name}` : `-${short}`;
    return `[${dashed}${value === undefined ? '' : ` ${value}`}]`;
  });
  return ['outspoken', command.name, command.operands, ...options, '[--json]'].filter(Boolean).join(' ');
}

/** The whole help of one command. */
export function commandHelp(command: Command): string {
  const rows = Object.entries({ ...command.options, ...COMMON_OPTIONS }).map(
    ([name, { value, short, help }]) => {
      const left = `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
      return `  ${left.padEnd(26)} ${formatMessage(help)}`;
    },
  );
  return [usageLine(command), '', formatMessage(command.help), '', ...rows].join('\n');
}

import type { MessageKey } from '../../../../shared/messages/index';
import type { Services } from '../../../compose';
import type { ExitCode } from './exit-codes';
import type { Output } from './output';

export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** What stands for the value in the help, e.g. `FILE`. */
  readonly value?: string;
  readonly help: MessageKey;
}

export interface CommandContext {
  /** Builds the services on first use; they are disposed of when the command has ended. */
  readonly open: () => Promise<Services>;
  readonly output: Output;
  readonly signal: AbortSignal;
  readonly workingFolder: string;
  readonly positionals: readonly string[];
  /** String options by name; absent ones are undefined. */
  readonly text: (name: string) => string | undefined;
  readonly flag: (name: string) => boolean;
}

/** One word after `outspoken`. */
export interface Command {
  readonly name: string;
  /** What follows the name, e.g. `VIDEO TRANSCRIPT`. */
  readonly operands: string;
  readonly help: MessageKey;
  /** Fewest and most operands. */
  readonly arity: readonly [number, number];
  readonly options: Readonly<Record<string, OptionSpec>>;
  run(context: CommandContext): Promise<ExitCode>;
}

import type { ErrorCode } from '../../../../shared/api/errors';

/** What the command line's exit code says to a script. Documented in README.md. */
export const EXIT = {
  done: 0,
  findings: 1,
  wrongUse: 2,
  badInput: 3,
  toolMissing: 4,
  cancelled: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const BY_CODE: Partial<Readonly<Record<ErrorCode, ExitCode>>> = {
  'bad-request': EXIT.wrongUse,
  'target-is-source': EXIT.wrongUse,
  'unknown-format': EXIT.wrongUse,
  'unknown-language': EXIT.wrongUse,
  'tool-missing': EXIT.toolMissing,
  'tool-weak': EXIT.toolMissing,
  cancelled: EXIT.cancelled,
};

/** The exit code for an error: whatever is not wrong use, a missing tool or a cancel is bad input. */
export function exitCodeOf(code: ErrorCode): ExitCode {
  return BY_CODE[code] ?? EXIT.badInput;
}

/** The command line was typed wrongly: exit code 2, the message and a pointer to the help. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

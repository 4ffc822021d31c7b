import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** A project file named on the command line (double-click, second start), as a full path; null when there is none. */
export function projectArgument(argv: readonly string[], workingFolder: string): string | null {
  const named = argv
    .slice(1)
    .find((argument) => argument.endsWith('.outspoken') && !argument.startsWith('-'));
  if (named === undefined) return null;
  const path = resolve(workingFolder, named);
  return existsSync(path) ? path : null;
}

/** The campaign's do-not-name list. */
import { z } from 'zod';
import { NameFinding } from '../../domain/export';
import { ProtectedName } from '../../domain/protected-name';
import { inSession, method, TextIssue, TextSource } from './common';

/** As many as a file of the largest size that is read can hold. */
const Names = z.array(ProtectedName).max(50_000);

/** A list as it stands on disk. */
export const NameList = z.object({
  names: Names,
  /** What of the file could not be taken as it stands: saving leaves it out. */
  issues: z.array(TextIssue),
  /** Name of the folder it is in (or will be, once there is something in it). */
  folder: z.string(),
  /** Names of further lists above that one, which protect the project too. */
  others: z.number().int().min(0),
  /** What tells this state of the file from any other; saving over another is refused. */
  revision: z.string().max(64),
});

/** See `contract.ts`. */
export const namesCalls = {
  /** The list nearest to the open project. Throws `names-unreadable`. */
  'names.get': method(inSession, NameList),
  /** Writes it anew; what it held before the first change is kept beside it. Throws `names-changed` where another program changed it meanwhile. */
  'names.set': method(inSession.extend({ names: Names, revision: z.string().max(64) }), NameList),
  /** Reads a list of names from a text or table, without keeping it. */
  'names.read': method(
    z.object({ source: TextSource }),
    z.object({ names: Names, issues: z.array(TextIssue) }),
  ),
  /** Where names stand in the open project, for each of them in order. */
  'names.find': method(
    inSession.extend({ names: Names }),
    z.object({
      found: z.array(
        z.object({
          count: z.number().int().min(0),
          places: z.array(NameFinding.pick({ place: true, found: true, recordId: true })),
        }),
      ),
    }),
  ),
};

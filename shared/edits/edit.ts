import type { Project } from '../domain/project';
import type { MessageKey } from '../messages/index';

/**
 * A named pure command: the only way a project changes.
 * `apply` returns a new project that shares every unchanged record with the old one, or the very same project when there
 * is nothing to do. It throws `AppError('bad-request')` for records that do not exist. Fresh ids, where needed, come in
 * through `args.newId` so that the command stays pure.
 */
export interface Edit<Args> {
  /** Stable name, e.g. `cue.setText`; written to the journal. */
  readonly command: string;
  /** Names the step in the undo menu. */
  readonly label: MessageKey;
  apply(project: Project, args: Args): Project;
}

/** Makes an id that no record of the project has. */
export type NewId = () => string;

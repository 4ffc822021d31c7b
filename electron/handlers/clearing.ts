import { dirname } from 'node:path';
import type { ExportOutput, NameOverride } from '../../shared/domain/export';
import type { Project } from '../../shared/domain/project';
import { redactedIn } from '../../shared/redaction/summary';
import { createGuard } from '../../shared/safety/guard';
import { publicProject, speakersAsNames } from '../../shared/safety/public-project';
import { scopeOf } from '../../shared/safety/scope';
import type { Redacted } from '../../shared/video/needs';
import { Cleared } from '../services/safety/clearance';
import { protectedNames } from '../services/safety/name-lists';
import type { ServiceParts } from './parts';

/** Languages of these tracks, in their order. */
export function languagesOf({ tracks }: Project, ids: readonly string[]): string[] {
  return ids.flatMap((id) => tracks.find((track) => track.id === id)?.language ?? []);
}

export interface Clearing {
  /** What no export may overwrite: the project and its footage. */
  readonly guarded: (session: string) => string[];
  /** A project's part that an output shows, past the lists beside and above the project and its footage. Throws `names-found`. */
  readonly cleared: (
    session: string,
    output: ExportOutput,
    trackIds: string[],
    override?: NameOverride | null,
  ) => Promise<Cleared>;
  /** What an output would show, with pseudonyms in place, to be looked at here: names that would stop an export are in it. */
  readonly published: (
    session: string,
    output: ExportOutput,
    trackIds: string[],
  ) => Promise<{ readonly project: Project; readonly redacted: Redacted }>;
}

/** How handlers come to what an export may see. */
export function createClearing({ projects }: ServiceParts): Clearing {
  const guarded = (session: string) => {
    const place = projects.mediaPlace(session);
    return [projects.state(session).path, ...(place === null ? [] : [place])];
  };
  return {
    guarded,
    async cleared(session, output, trackIds, override) {
      const { project } = projects.state(session);
      const names = await protectedNames(guarded(session).map((path) => dirname(path)));
      return Cleared.from(project, scopeOf(output, trackIds, project), { names, override });
    },
    async published(session, output, trackIds) {
      const { project } = projects.state(session);
      const names = await protectedNames(guarded(session).map((path) => dirname(path)));
      const guard = createGuard([...names, ...speakersAsNames(project)]);
      const shown = publicProject(project, guard, scopeOf(output, trackIds, project)).project;
      return { project: shown, redacted: redactedIn(shown) };
    },
  };
}

import type { Project } from '../domain/project';
import type { Cue } from '../domain/track';
import { createGuard } from '../safety/guard';
import { replaceInCue } from '../safety/pseudonyms';
import { speakersAsNames } from '../safety/public-project';

/**
 * What reviewers were shown of cues: speakers' pseudonyms in the place of their names. Names that only a campaign's list gives a
 * pseudonym are not known here.
 */
export function seenTexts(project: Project): (cue: Pick<Cue, 'text' | 'trackId'>) => string {
  const guard = createGuard(speakersAsNames(project));
  const languages = new Map(project.tracks.map(({ id, language }) => [id, language]));
  if (guard.size === 0) return ({ text }) => text;
  return ({ text, trackId }) => replaceInCue(text, languages.get(trackId) ?? null, guard).value;
}

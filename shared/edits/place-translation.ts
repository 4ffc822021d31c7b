import { breakLines } from '../cues/lines';
import type { Cue, Track } from '../domain/track';
import type { Project } from '../domain/project';
import { profileById, profileFor } from '../profiles/profiles';
import { sourceIdsOf, translationsBySource } from '../translation/links';
import type { Edit, NewId } from './edit';
import { joinTexts } from './cue-merge';
import { handWritten, trackOf, unsigned, withCues } from './records';
import { addMissingCues, addTranslation } from './translation';

export interface PlaceTranslationArgs {
  readonly newId: NewId;
  /** The translation whose texts are replaced; null: a new one in `language`. */
  readonly trackId: string | null;
  /** BCP 47. */
  readonly language: string;
  /** What each source cue gets, by its id; source cues that are not named get nothing, and their cues stay as they are. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Puts a placed translation on the cues of a track, its lines broken by the track's profile, as one step. Cues that are missing
 * are added; of several cues for one source cue the first takes the text and the others go. Status becomes `translated`.
 */
export const placeTranslation: Edit<PlaceTranslationArgs> = {
  command: 'translation.place',
  label: 'edit.translation.place',
  apply(project, { newId, trackId, language, texts }) {
    const prepared = withTrack(project, trackId, language, newId);
    const track = trackOf(prepared.project, prepared.trackId);
    const complete = addMissingCues.apply(prepared.project, { newId, trackId: track.id });
    const cues = complete.cues.filter((cue) => cue.trackId === track.id);
    const bySource = translationsBySource(cues);
    const taken = new Map<string, string[]>();
    const gone = new Set<Cue>();
    for (const [sourceId, text] of texts) {
      const [first, ...others] = bySource.get(sourceId) ?? [];
      if (!first) continue;
      taken.set(first.id, [...(taken.get(first.id) ?? []), text]);
      for (const other of others) if (sourceIdsOf(other).every((id) => id === sourceId)) gone.add(other);
    }
    const written = cues.filter((cue) => taken.has(cue.id) && !gone.has(cue));
    return withCues(
      complete,
      [...written, ...gone],
      written.map((cue) => placed(track, cue, taken.get(cue.id) ?? [])),
    );
  },
};

function withTrack(
  project: Project,
  trackId: string | null,
  language: string,
  newId: NewId,
): { project: Project; trackId: string } {
  if (trackId !== null) return { project, trackId };
  const known = new Set(project.tracks.map(({ id }) => id));
  const added = addTranslation.apply(project, { newId, language });
  return { project: added, trackId: added.tracks.find(({ id }) => !known.has(id))?.id ?? '' };
}

function placed(track: Track, cue: Cue, texts: readonly string[]): Cue {
  const profile = profileById(track.profileId) ?? profileFor(track.language);
  const text = breakLines(joinTexts(texts), profile, track.language).slice(0, 20_000);
  if (text === cue.text) return cue.stale ? { ...cue, stale: false } : cue;
  const status = text === '' ? 'draft' : 'translated';
  return { ...unsigned(handWritten(cue)), text, status, stale: false };
}

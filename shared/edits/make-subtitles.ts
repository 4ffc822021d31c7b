import { buildCues } from '../cues/build';
import type { Project } from '../domain/project';
import type { Track } from '../domain/track';
import type { Paragraph, Word } from '../domain/transcript';
import { profileById, profileFor } from '../profiles/profiles';
import { DEFAULT_STYLE_ID, defaultStyles } from '../style/styles';
import { directionOf } from '../text/direction';
import { insertCue } from './cue';
import type { Edit, NewId } from './edit';
import { setStyle } from './style';
import { addTrack } from './track';
import { setTrackCues } from './track-cues';

export interface MakeSubtitlesArgs {
  readonly newId: NewId;
  /** Frames a second of the footage; null where it has no constant rate or no picture. */
  readonly frameRate: number | null;
  /** Length of the footage; null where it is not known. */
  readonly durationMs: number | null;
}

/**
 * Makes the cues of the source track from the timed transcript, by the track's profile; adds the track and the default styles
 * where they are missing. Made again, cues keep their ids, hand-set times and translations as `setTrackCues` says.
 * Does nothing while no word is timed.
 */
export const makeSubtitles: Edit<MakeSubtitlesArgs> = {
  command: 'track.makeSubtitles',
  label: 'edit.track.makeSubtitles',
  apply(project, { newId, frameRate, durationMs }) {
    const { track, project: prepared } = withSourceTrack(project, newId);
    const { language } = project.meta;
    const profile = profileById(track.profileId) ?? profileFor(language);
    const { cues } = buildCues(spokenParagraphs(project.paragraphs), profile, {
      language,
      frameRate,
      newId,
      trackId: track.id,
      durationMs,
    });
    return cues.length === 0 ? project : setTrackCues.apply(prepared, { newId, trackId: track.id, cues });
  },
};

/**
 * Adds an empty cue to the source track, which is made with the default styles where it is missing: how subtitles begin that
 * nobody has a transcript for. `cueId`: the new cue's. Throws as `insertCue`.
 */
export const insertFirstCue: Edit<{ newId: NewId; cueId: string; startMs: number; endMs: number }> = {
  command: 'cue.insertFirst',
  label: 'edit.cue.insert',
  apply(project, { newId, cueId, ...span }) {
    const { project: prepared, track } = withSourceTrack(project, newId);
    return insertCue.apply(prepared, { newId: () => cueId, trackId: track.id, ...span });
  },
};

/** What is said: without the words that are only written. */
function spokenParagraphs(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const isSaid = (word: Word) => word.notSpoken !== true;
  return paragraphs.map((paragraph) =>
    paragraph.words.every(isSaid) ? paragraph : { ...paragraph, words: paragraph.words.filter(isSaid) },
  );
}

/** The track of the spoken language, or null. */
export function sourceTrackOf(project: Project): Track | null {
  return project.tracks.find(({ kind }) => kind === 'source') ?? null;
}

/** The project with a source track and its style, made where they are missing. */
export function withSourceTrack(project: Project, newId: NewId): { project: Project; track: Track } {
  const known = sourceTrackOf(project);
  if (known) return { project, track: known };
  const { language } = project.meta;
  const styled = defaultStyles().reduce(
    (styles, style) =>
      styles.styles.some(({ id }) => id === style.id) ? styles : setStyle.apply(styles, { style }),
    project,
  );
  const track: Track = {
    id: newId(),
    order: 0,
    kind: 'source',
    language,
    name: '',
    direction: directionOf(language),
    profileId: profileFor(language).id,
    styleId: DEFAULT_STYLE_ID,
  };
  return { project: addTrack.apply(styled, { track }), track };
}

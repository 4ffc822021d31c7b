/** Edits for timing by hand while the film plays. */
import { buildCues } from '../cues/build';
import { profileById, profileFor } from '../profiles/profiles';
import type { Paragraph } from '../domain/transcript';
import type { Edit, NewId } from './edit';
import { withSourceTrack } from './make-subtitles';
import { cueOf, cuesOf, mapCues, retimed, validSpan } from './records';
import { setTrackCues } from './track-cues';

/** Sets the times of one cue. Those that wait for their turn (`waiting`, in order) move on together where they would begin before it ends. */
export const tapCue: Edit<{ id: string; startMs: number; endMs: number; waiting: readonly string[] }> = {
  command: 'cue.tap',
  label: 'edit.cue.tap',
  apply(project, { id, startMs, endMs, waiting }) {
    const cue = cueOf(project, id);
    const span = validSpan(startMs, endMs);
    const rest = cuesOf(project, waiting).filter((other) => other !== cue);
    const earliest = rest.reduce((least, other) => Math.min(least, other.startMs), Infinity);
    const push = Math.max(0, span.endMs - earliest);
    const tapped = mapCues(project, [cue], () => retimed(cue, span));
    return mapCues(tapped, push > 0 ? rest : [], (other) => ({
      ...other,
      ...validSpan(other.startMs + push, other.endMs + push),
    }));
  },
};

/** About how long a letter is spoken; only the order of rough cues matters. */
const ROUGH_MS_PER_LETTER = 65;

/** Makes cues of a transcript that nobody timed: laid out by the profile, one after the other at a guessed pace. */
export const makeRoughCues: Edit<{ newId: NewId }> = {
  command: 'track.makeRoughCues',
  label: 'edit.track.makeRoughCues',
  apply(project, { newId }) {
    const { track, project: prepared } = withSourceTrack(project, newId);
    const { language } = project.meta;
    const profile = profileById(track.profileId) ?? profileFor(language);
    const options = { language, frameRate: null, newId, trackId: track.id, durationMs: null };
    const { cues } = buildCues(paced(project.paragraphs), profile, options);
    if (cues.length === 0) return project;
    return setTrackCues.apply(prepared, { newId, trackId: track.id, cues });
  },
};

function paced(paragraphs: readonly Paragraph[]): Paragraph[] {
  let at = 0;
  return paragraphs.map((paragraph) => ({
    ...paragraph,
    words: paragraph.words.map((word) => {
      const startMs = at;
      at += (word.text.length + 1) * ROUGH_MS_PER_LETTER;
      return { ...word, startMs, endMs: at };
    }),
  }));
}

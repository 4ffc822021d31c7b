/** Edits of translations: languages beside the source, their links and their times. */
import { AppError } from '../api/errors';
import type { Cue, Track } from '../domain/track';
import type { Project } from '../domain/project';
import { updateTable } from '../history/tables';
import { profileFor } from '../profiles/profiles';
import { directionOf } from '../text/direction';
import type { HardBreaks } from '../text/hard-breaks';
import { translationsBySource, withSourceIds } from '../translation/links';
import { withTrackOnSource } from '../translation/settle';
import { setCueText } from './cue';
import type { Edit, NewId } from './edit';
import { sourceTrackOf } from './make-subtitles';
import { cueOf, cuesOf, mapCues, orderAfter, trackOf, validText, withCues } from './records';
import { addTrack } from './track';

export interface AddTranslationArgs {
  readonly newId: NewId;
  /** BCP 47. */
  readonly language: string;
  readonly name?: string;
}

/**
 * Adds a language: a track with one empty cue for each source cue, linked to it and standing where it stands, its times the
 * source's until somebody frees them. Throws `bad-request` while there is no source track.
 */
export const addTranslation: Edit<AddTranslationArgs> = {
  command: 'translation.add',
  label: 'edit.translation.add',
  apply(project, { newId, language, name = '' }) {
    const source = sourceTrackOf(project);
    if (!source) throw new AppError('bad-request', { reason: 'there is nothing to translate yet' });
    const track: Track = {
      id: newId(),
      order: orderAfter(project.tracks),
      kind: 'translation',
      language,
      name: validText(name, 200, 'the name'),
      direction: directionOf(language),
      profileId: profileFor(language).id,
      styleId: source.styleId,
      timing: 'source',
    };
    const cues = project.cues.filter(({ trackId }) => trackId === source.id);
    return withCues(
      addTrack.apply(project, { track }),
      [],
      cues.map((cue) => emptyTranslation(cue, newId(), track.id)),
    );
  },
};

function emptyTranslation(source: Cue, id: string, trackId: string): Cue {
  const { startMs, endMs, speakerId, position } = source;
  return {
    id,
    trackId,
    startMs,
    endMs,
    text: '',
    speakerId,
    wordIds: [],
    sourceCueId: source.id,
    position,
    status: 'draft',
    stale: false,
    timedByHand: false,
  };
}

/** The source cues that a translation has no cue for, by time. */
export function untranslatedCues(project: Project, trackId: string): readonly Cue[] {
  const source = sourceTrackOf(project);
  if (!source || source.id === trackId) return [];
  const known = translationsBySource(project.cues.filter((cue) => cue.trackId === trackId));
  return project.cues.filter((cue) => cue.trackId === source.id && !known.has(cue.id));
}

/** Adds an empty cue to a translation for every source cue that has none in it. */
export const addMissingCues: Edit<{ newId: NewId; trackId: string }> = {
  command: 'translation.addMissing',
  label: 'edit.translation.addMissing',
  apply(project, { newId, trackId }) {
    trackOf(project, trackId);
    const missing = untranslatedCues(project, trackId);
    return withCues(
      project,
      [],
      missing.map((cue) => emptyTranslation(cue, newId(), trackId)),
    );
  },
};

/** Says which source cues translated cues render; none makes them cues of their own. Throws `bad-request` for cues of no source track. */
export const linkCues: Edit<{ ids: readonly string[]; sourceIds: readonly string[] }> = {
  command: 'translation.link',
  label: 'edit.translation.link',
  apply(project, { ids, sourceIds }) {
    const source = sourceTrackOf(project);
    const sources = cuesOf(project, sourceIds);
    const cues = cuesOf(project, ids);
    if (
      [...sources].some((cue) => cue.trackId !== source?.id) ||
      cues.some((cue) => cue.trackId === source?.id)
    )
      throw new AppError('bad-request', { reason: 'translations are linked to cues of the source track' });
    const inOrder = sources.map(({ id }) => id);
    return mapCues(project, cues, (cue) => withSourceIds(cue, inOrder));
  },
};

/** Ties a translation's times to its source (its cues go where their source cues are), or frees them. */
export const setTrackTiming: Edit<{ id: string; timing: 'source' | 'own' }> = {
  command: 'track.setTiming',
  label: 'edit.track.setTiming',
  apply(project, { id, timing }) {
    const track = trackOf(project, id);
    if ((track.timing ?? 'own') === timing || track.kind === 'source') return project;
    const tracks = updateTable(project.tracks, [track], [{ ...track, timing }]);
    const next = { ...project, tracks };
    return timing === 'source' ? withTrackOnSource(next, id) : next;
  },
};

/** Changes the text of a stale cue because of what changed before it: it is up to date then. */
export const mendCue: Edit<{ id: string; text: string; hardBreaks?: HardBreaks }> = {
  command: 'cue.mend',
  label: 'edit.cue.mend',
  apply(project, args) {
    const { id } = args;
    const next = setCueText.apply(project, args);
    return next === project ? next : mapCues(next, [cueOf(next, id)], (cue) => ({ ...cue, stale: false }));
  },
};

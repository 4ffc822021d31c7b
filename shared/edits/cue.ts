import { AppError } from '../api/errors';
import type { Signature } from '../domain/review';
import type { Project } from '../domain/project';
import type { Cue, CueStatus } from '../domain/track';
import type { HardBreaks } from '../text/hard-breaks';
import type { Edit, NewId } from './edit';
import {
  MAX_TEXT,
  MAX_TIME_MS,
  cueOf,
  cuesOf,
  handWritten,
  mapCues,
  retimed,
  speakerOf,
  trackOf,
  unsigned,
  validSpan,
  validText,
  validTime,
  withCues,
  withHardBreaks,
  withTexts,
  withoutSources,
} from './records';

/**
 * Changes a cue's text, and which of its breaks are hard where that is given. An approval is lost; translations of it become stale unless only line breaks moved. Of a translation a
 * draft becomes translated by it, and one left without a text a draft.
 */
export const setCueText: Edit<{ id: string; text: string; hardBreaks?: HardBreaks }> = {
  command: 'cue.setText',
  label: 'edit.cue.setText',
  apply(project, { id, text, hardBreaks }) {
    const next = withTexts(project, [cueOf(project, id)], () => text);
    const cue = cueOf(next, id);
    const kept = hardBreaks ? mapCues(next, [cue], (each) => withHardBreaks(each, hardBreaks)) : next;
    return writtenBy(kept, project, id);
  },
};

/** The project with the status of a translated cue that a person wrote in since `before`. */
function writtenBy(project: Project, before: Project, id: string): Project {
  const cue = cueOf(project, id);
  if (cue.text === cueOf(before, id).text || trackOf(project, cue.trackId).kind !== 'translation')
    return project;
  const isEmpty = cue.text.trim() === '';
  const status = isEmpty ? 'draft' : cue.status === 'draft' ? 'translated' : cue.status;
  return mapCues(project, [cue], (each) => {
    const own = handWritten(each);
    return own.status === status ? own : { ...unsigned(own), status };
  });
}

/**
 * Sets a cue's start, end or both, in ms. They are kept within the timeline and at least 1 ms apart: where only one is given
 * that one gives way, where both are, the end.
 */
export const setCueTimes: Edit<{ id: string; startMs?: number; endMs?: number }> = {
  command: 'cue.setTimes',
  label: 'edit.cue.setTimes',
  apply(project, { id, startMs, endMs }) {
    const cue = cueOf(project, id);
    const latestStart = endMs === undefined ? cue.endMs - 1 : MAX_TIME_MS;
    const start = Math.min(validTime(startMs ?? cue.startMs), latestStart);
    return mapCues(project, [cue], () => retimed(cue, validSpan(start, endMs ?? cue.endMs)));
  },
};

/** Moves cues together by `deltaMs`, as far as the timeline goes: their distances stay. */
export const shiftCues: Edit<{ ids: readonly string[]; deltaMs: number }> = {
  command: 'cue.shift',
  label: 'edit.cue.shift',
  apply(project, { ids, deltaMs }) {
    if (!Number.isFinite(deltaMs)) throw new AppError('bad-request', { reason: 'a shift must be a number' });
    const cues = cuesOf(project, ids);
    const earliest = cues.reduce((least, cue) => Math.min(least, cue.startMs), MAX_TIME_MS);
    const latest = cues.reduce((most, cue) => Math.max(most, cue.endMs), 0);
    const delta = Math.min(MAX_TIME_MS - latest, Math.max(-earliest, Math.round(deltaMs)));
    return mapCues(project, cues, (cue) =>
      retimed(cue, { startMs: cue.startMs + delta, endMs: cue.endMs + delta }),
    );
  },
};

/** Adds a cue. What is not given is empty, at the bottom, a draft, timed by hand. */
export const insertCue: Edit<{
  newId: NewId;
  trackId: string;
  startMs: number;
  endMs: number;
  text?: string;
  speakerId?: string | null;
  sourceCueId?: string | null;
}> = {
  command: 'cue.insert',
  label: 'edit.cue.insert',
  apply(project, { newId, trackId, startMs, endMs, text = '', speakerId = null, sourceCueId = null }) {
    trackOf(project, trackId);
    if (speakerId !== null) speakerOf(project, speakerId);
    if (sourceCueId !== null) cueOf(project, sourceCueId);
    const cue: Cue = {
      id: newId(),
      trackId,
      ...validSpan(startMs, endMs),
      text: validText(text, MAX_TEXT, 'the text'),
      speakerId,
      wordIds: [],
      sourceCueId,
      position: 'bottom',
      status: 'draft',
      stale: false,
      timedByHand: true,
    };
    return withCues(project, [], [cue]);
  },
};

/** Deletes cues. Translations of them stay, stale, with what other sources they have. */
export const removeCues: Edit<{ ids: readonly string[] }> = {
  command: 'cue.remove',
  label: 'edit.cue.remove',
  apply(project, { ids }) {
    const cues = cuesOf(project, ids);
    const gone = new Set(ids);
    const next = withCues(project, cues, []);
    return withoutSources(next, gone);
  },
};

/** Puts cues at the bottom or the top of the picture. */
export const setCuePosition: Edit<{ ids: readonly string[]; position: Cue['position'] }> = {
  command: 'cue.setPosition',
  label: 'edit.cue.setPosition',
  apply(project, { ids, position }) {
    return mapCues(project, cuesOf(project, ids), (cue) =>
      cue.position === position ? cue : { ...cue, position },
    );
  },
};

/**
 * Says how far the work on cues is, and who says so. Approving or reviewing a stale cue also makes it up to date. A cue that
 * has the status already keeps who gave it.
 */
export const setCueStatus: Edit<{ ids: readonly string[]; status: CueStatus; signed?: Signature }> = {
  command: 'cue.setStatus',
  label: 'edit.cue.setStatus',
  apply(project, { ids, status, signed }) {
    const looked = status === 'reviewed' || status === 'approved';
    return mapCues(project, cuesOf(project, ids), (cue) =>
      cue.status === status && !(looked && cue.stale)
        ? cue
        : {
            ...(cue.status === status ? cue : unsigned(cue)),
            ...(signed && cue.status !== status && { signed }),
            status,
            stale: looked ? false : cue.stale,
          },
    );
  },
};

/** Says who speaks in cues; null for nobody named. */
export const setCueSpeaker: Edit<{ ids: readonly string[]; speakerId: string | null }> = {
  command: 'cue.setSpeaker',
  label: 'edit.cue.setSpeaker',
  apply(project, { ids, speakerId }) {
    if (speakerId !== null) speakerOf(project, speakerId);
    return mapCues(project, cuesOf(project, ids), (cue) =>
      cue.speakerId === speakerId ? cue : { ...cue, speakerId },
    );
  },
};

/** Takes the stale mark off cues: a person looked and they still fit. */
export const confirmCues: Edit<{ ids: readonly string[] }> = {
  command: 'cue.confirm',
  label: 'edit.cue.confirm',
  apply(project, { ids }) {
    return mapCues(project, cuesOf(project, ids), (cue) => (cue.stale ? { ...cue, stale: false } : cue));
  },
};

import type { Cue } from '../domain/track';
import type { Project } from '../domain/project';
import type { Edit, NewId } from './edit';
import { sourceIdsOf, withMovedSources } from '../translation/links';
import { mapCues, trackOf, unapproved, validSpan, validText, withCues } from './records';

/** A cue that is to be: from the transcript, or imported. What is not given is empty, at the bottom, `timed`. */
export interface CueDraft {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
  readonly speakerId?: string | null;
  readonly wordIds?: readonly string[];
  readonly sourceCueId?: string | null;
  readonly position?: Cue['position'];
}

export interface SetCuesArgs {
  readonly newId: NewId;
  readonly trackId: string;
  readonly cues: readonly CueDraft[];
}

/**
 * Replaces all cues of a track. A draft that shows exactly the words of a cue that was there (without words: has its times and
 * text) becomes that cue: it keeps its id
 * (and so its translations), its position, times that a person set, and its status while the text is the same. Translations of
 * cues that went follow their first word to its new cue, and become stale.
 */
export const setTrackCues: Edit<SetCuesArgs> = {
  command: 'track.setCues',
  label: 'edit.track.setCues',
  apply(project, { newId, trackId, cues: drafts }) {
    trackOf(project, trackId);
    const old = project.cues.filter((cue) => cue.trackId === trackId);
    const known = new Map<string, Cue>();
    for (const cue of old) known.set(likeness(cue), cue);
    const cues = drafts.map((draft) => {
      const key = likeness(draft);
      const kept = known.get(key);
      known.delete(key);
      return kept ? renewed(project, kept, draft) : made(draft, newId(), trackId);
    });
    return withTranslationsMoved(withCues(project, old, cues), old, cues);
  },
};

/** Cues with the same words are the same; without words, those with the same times and text. */
function likeness({ wordIds = [], startMs, endMs, text }: CueDraft): string {
  return wordIds.length > 0 ? wordIds.join(' ') : JSON.stringify([startMs, endMs, text]);
}

function made(draft: CueDraft, id: string, trackId: string): Cue {
  return {
    id,
    trackId,
    ...validSpan(draft.startMs, draft.endMs),
    text: validText(draft.text, 20_000, 'the text'),
    speakerId: draft.speakerId ?? null,
    wordIds: [...(draft.wordIds ?? [])],
    sourceCueId: draft.sourceCueId ?? null,
    position: draft.position ?? 'bottom',
    status: 'timed',
    stale: false,
    timedByHand: false,
  };
}

function renewed(project: Project, cue: Cue, draft: CueDraft): Cue {
  const fresh = made(draft, cue.id, cue.trackId);
  const times = cue.timedByHand ? { startMs: cue.startMs, endMs: cue.endMs, timedByHand: true } : {};
  const kept = cue.text === fresh.text ? cue : unapproved(project, cue);
  return {
    ...kept,
    ...fresh,
    ...times,
    position: draft.position ?? cue.position,
    sourceCueId: draft.sourceCueId ?? cue.sourceCueId,
    status: kept.status,
  };
}

/** Translations of cues that went or say something else now: moved to the cue that holds the first word, and stale. */
function withTranslationsMoved(project: Project, old: readonly Cue[], cues: readonly Cue[]): Project {
  const byId = new Map(cues.map((cue) => [cue.id, cue]));
  const byWord = new Map<string, Cue>();
  for (const cue of cues) for (const word of cue.wordIds) byWord.set(word, cue);
  const moved = new Map<string, readonly string[]>();
  for (const cue of old) {
    const kept = byId.get(cue.id);
    if (kept?.text === cue.text) continue;
    const word = cue.wordIds.find((id) => byWord.has(id));
    const heir = kept ?? (word === undefined ? undefined : byWord.get(word));
    moved.set(cue.id, heir ? [heir.id] : []);
  }
  if (moved.size === 0) return project;
  return mapCues(project, project.cues, (cue) => {
    const isMoved = sourceIdsOf(cue).some((id) => moved.has(id));
    return isMoved ? { ...withMovedSources(cue, moved), stale: true } : cue;
  });
}

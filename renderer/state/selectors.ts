/** Derived views of the project, computed once for each version of what they come from. */
import type { Id } from '../../shared/domain/common';
import type { Project } from '../../shared/domain/project';
import type { Cue, Track } from '../../shared/domain/track';
import type { Speaker, Word } from '../../shared/domain/transcript';

const NO_CUES: readonly Cue[] = [];

/** One result per input object, forgotten with it. */
function memoise<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = compute(key);
      known.set(key, value);
    }
    return value;
  };
}

const cuesByTrack = memoise((cues: readonly Cue[]) => {
  const groups = new Map<Id, Cue[]>();
  for (const cue of cues) {
    const group = groups.get(cue.trackId);
    if (group) group.push(cue);
    else groups.set(cue.trackId, [cue]);
  }
  return groups;
});

/** A track's cues by time; the same array until a cue of the project changes. Empty for an unknown track or null. */
export function cuesOfTrack(project: Project, trackId: Id | null): readonly Cue[] {
  return trackId === null ? NO_CUES : (cuesByTrack(project.cues).get(trackId) ?? NO_CUES);
}

const cueIndex = memoise((cues: readonly Cue[]) => new Map(cues.map((cue) => [cue.id, cue])));

/** The cue with this id, in constant time. */
export function cueById(project: Project, id: Id | null): Cue | null {
  return id === null ? null : (cueIndex(project.cues).get(id) ?? null);
}

/** The track with this id. */
export function trackById(project: Project, id: Id | null): Track | null {
  return project.tracks.find((track) => track.id === id) ?? null;
}

/** The track of the spoken language, if there is one. */
export function sourceTrack(project: Project): Track | null {
  return project.tracks.find((track) => track.kind === 'source') ?? null;
}

const speakerIndex = memoise(
  (speakers: readonly Speaker[]) => new Map(speakers.map((speaker) => [speaker.id, speaker])),
);

/** The speaker with this id. */
export function speakerById(project: Pick<Project, 'speakers'>, id: Id | null): Speaker | null {
  return id === null ? null : (speakerIndex(project.speakers).get(id) ?? null);
}

const timedWordsOf = memoise((paragraphs: Project['paragraphs']) => {
  const words: Word[] = [];
  for (const paragraph of paragraphs)
    for (const word of paragraph.words) if (word.startMs !== null) words.push(word);
  return words.sort((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0));
});

/** Every word of the transcript that has a time, by start. */
export function timedWords(project: Project): readonly Word[] {
  return timedWordsOf(project.paragraphs);
}

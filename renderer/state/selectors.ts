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
  // The cues of one track mostly stand beside each other: it is not looked up anew for each of ten thousand.
  let group: Cue[] = [];
  let trackId: Id | null = null;
  for (const cue of cues) {
    if (cue.trackId !== trackId) {
      ({ trackId } = cue);
      group = groups.get(trackId) ?? [];
      groups.set(trackId, group);
    }
    group.push(cue);
  }
  return groups;
});

/** A track's cues by time; the same array until a cue of the project changes. Empty for an unknown track or null. */
export function cuesOfTrack(project: Project, trackId: Id | null): readonly Cue[] {
  return trackId === null ? NO_CUES : (cuesByTrack(project.cues).get(trackId) ?? NO_CUES);
}

/** Where cues stood in some table. Most edits leave them there, so it is made anew only once one is not found at its place. */
let places: ReadonlyMap<Id, number> = new Map();
let placedIn: readonly Cue[] = NO_CUES;

/** The cue with this id, in constant time; the first time after cues came, went or changed their order in linear time. */
export function cueById({ cues }: Project, id: Id | null): Cue | null {
  if (id === null) return null;
  const likely = cues[places.get(id) ?? -1];
  if (likely?.id === id) return likely;
  if (placedIn === cues) return null;
  places = new Map(cues.map((cue, n) => [cue.id, n]));
  placedIn = cues;
  return cues[places.get(id) ?? -1] ?? null;
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

import type { Project } from '../domain/project';
import type { Word } from '../domain/transcript';
import type { Edit } from './edit';
import { mapCues, withStaleTranslations } from './records';
import { mapWords, wordsOf, withMark } from './words';

/** Words, and whether the mark is set or taken off. */
export interface Marking {
  readonly ids: readonly string[];
  readonly on: boolean;
}

/** Fixes the times that words have, or lets alignment move them again. Words without times cannot be fixed and are passed over. */
export const pinWords: Edit<Marking> = {
  command: 'words.pin',
  label: 'edit.words.pin',
  apply: (project, { ids, on }) =>
    changeWords(project, ids, (word) => (on && word.startMs === null ? word : withMark(word, 'pinned', on))),
};

/** Says that a person has found the times of words right, or takes that back. */
export const checkWords: Edit<Marking> = {
  command: 'words.check',
  label: 'edit.words.check',
  apply: (project, { ids, on }) => changeWords(project, ids, (word) => withMark(word, 'checked', on)),
};

/**
 * Says that words are written but not said, or takes that back. Said or not, they lose their times: an alignment finds them
 * anew. Cues that show them are stale, and translations of those too.
 */
export const leaveOutWords: Edit<Marking> = {
  command: 'words.leaveOut',
  label: 'edit.words.leaveOut',
  apply(project, { ids, on }) {
    const touched = new Set<string>();
    const next = changeWords(project, ids, (word) => {
      if ((word.notSpoken === true) === on) return word;
      touched.add(word.id);
      const unpinned = withMark(withMark(word, 'pinned', false), 'checked', false);
      return { ...withMark(unpinned, 'notSpoken', on), startMs: null, endMs: null };
    });
    const stale: string[] = [];
    const marked = mapCues(next, next.cues, (cue) => {
      if (!cue.wordIds.some((id) => touched.has(id))) return cue;
      stale.push(cue.id);
      return cue.stale ? cue : { ...cue, stale: true };
    });
    return withStaleTranslations(marked, stale);
  },
};

function changeWords(project: Project, ids: readonly string[], change: (word: Word) => Word): Project {
  const wanted = new Set(wordsOf(project, ids).map(({ id }) => id));
  return mapWords(project, (word) => (wanted.has(word.id) ? change(word) : word));
}

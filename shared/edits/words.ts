import { AppError } from '../api/errors';
import type { Project } from '../domain/project';
import type { Paragraph, Word } from '../domain/transcript';

/** What a person has said about a word; absent means no. */
export type WordMark = 'pinned' | 'notSpoken' | 'checked';

/** The word with a mark set or taken off; the very same where nothing changes. */
export function withMark(word: Word, mark: WordMark, on: boolean): Word {
  if ((word[mark] === true) === on) return word;
  if (on) return { ...word, [mark]: true };
  // Taken out, not set to undefined: records are plain JSON.
  const rest = { ...word };
  delete rest[mark];
  return rest;
}

/** The project with each word changed by `change`; words that come back as they went, and their paragraphs, are shared. */
export function mapWords(project: Project, change: (word: Word) => Word): Project {
  let isChanged = false;
  const paragraphs = project.paragraphs.map((paragraph) => {
    const words = paragraph.words.map(change);
    if (words.every((word, index) => word === paragraph.words[index])) return paragraph;
    isChanged = true;
    return { ...paragraph, words };
  });
  return isChanged ? { ...project, paragraphs } : project;
}

/** The words of ids, in transcript order, each once. Throws `bad-request` when one is not there. */
export function wordsOf(project: Project, ids: readonly string[]): Word[] {
  const wanted = new Set(ids);
  const words = project.paragraphs.flatMap((paragraph) =>
    paragraph.words.filter(({ id }) => wanted.delete(id)),
  );
  for (const id of wanted) throw new AppError('bad-request', { reason: `there is no word ${id}` });
  return words;
}

/** Where a word stands. Throws `bad-request`. */
export function placeOf(project: Project, wordId: string): { paragraph: Paragraph; index: number } {
  for (const paragraph of project.paragraphs) {
    const index = paragraph.words.findIndex(({ id }) => id === wordId);
    if (index >= 0) return { paragraph, index };
  }
  throw new AppError('bad-request', { reason: `there is no word ${wordId}` });
}

import { AppError } from '../api/errors';
import type { Project } from '../domain/project';
import type { Paragraph, Word } from '../domain/transcript';
import { INNER_WORDS, isRecord } from '../formats/project/unknown-fields';
import { updateTable } from '../history/tables';
import type { Edit, NewId } from './edit';
import { mapCues, orderAfter, paragraphOf, speakerOf, withStaleTranslations } from './records';
import { gapBetween } from '../text/unspaced';
import { splitWords } from '../transcript/words';
import { newWord } from './relink';
import { placeOf } from './words';

export interface AddParagraphArgs {
  readonly newId: NewId;
  /** The paragraph is put behind this word, parting its paragraph where more follows; null: before everything. */
  readonly afterWordId: string | null;
  readonly text: string;
  readonly speakerId: string | null;
  /** BCP 47; null for the project's. */
  readonly language?: string | null;
  /** About when it is heard, a hint to alignment. */
  readonly hintMs?: number | null;
  /** Gives the new paragraph's id, so that the caller can show it. */
  readonly id?: string;
}

/** Puts in a paragraph. Throws `bad-request` for a text without words. */
export const addParagraph: Edit<AddParagraphArgs> = {
  command: 'transcript.addParagraph',
  label: 'edit.transcript.addParagraph',
  apply(project, { newId, afterWordId, text, speakerId, language = null, hintMs = null, id = newId() }) {
    const texts = splitWords(text, language ?? project.meta.language);
    if (texts.length === 0) throw new AppError('bad-request', { reason: 'the paragraph has no words' });
    if (speakerId !== null) speakerOf(project, speakerId);
    const split = afterWordId === null ? project : partedBehind(project, newId, afterWordId);
    const at = afterWordId === null ? 0 : split.paragraphs.indexOf(placeOf(split, afterWordId).paragraph) + 1;
    const { paragraphs, order } = roomAt(split.paragraphs, at);
    const made: Paragraph = {
      id,
      order,
      speakerId,
      language,
      hintMs,
      words: texts.map((word) => newWord(newId(), word)),
    };
    return { ...split, paragraphs: updateTable(paragraphs, [], [made]) };
  },
};

/** Makes a word the first of a paragraph of its own, of the same speaker. Nothing for a word that is. Cues do not change. */
export const splitParagraph: Edit<{ newId: NewId; wordId: string }> = {
  command: 'transcript.splitParagraph',
  label: 'edit.transcript.splitParagraph',
  apply(project, { newId, wordId }) {
    const { paragraph, index } = placeOf(project, wordId);
    const before = paragraph.words[index - 1];
    return before ? partedBehind(project, newId, before.id) : project;
  },
};

/** Joins a paragraph with the one behind it; the first one's speaker and language stay. Nothing for the last. Cues do not change. */
export const mergeParagraphs: Edit<{ id: string }> = {
  command: 'transcript.mergeParagraphs',
  label: 'edit.transcript.mergeParagraphs',
  apply(project, { id }) {
    const paragraph = paragraphOf(project, id);
    const next = project.paragraphs[project.paragraphs.indexOf(paragraph) + 1];
    if (!next) return project;
    const words = [
      ...paragraph.words,
      ...next.words.map((word, n) => (n > 0 ? word : behind(word, paragraph))),
    ];
    const extra = joinExtra(paragraph.extra, next.extra);
    const joined: Paragraph = { ...paragraph, words, ...(extra ? { extra } : {}) };
    return { ...project, paragraphs: updateTable(project.paragraphs, [paragraph, next], [joined]) };
  },
};

/** The first word of a paragraph as it stands behind the words of another. */
function behind(word: Word, { words }: Paragraph): Word {
  const isApart = word.gap !== undefined || gapBetween(words.at(-1)?.text ?? '', word.text) !== '';
  return isApart ? word : { ...word, gap: '' };
}

/** Takes a paragraph out. Cues that show its words stay, stale, and translations of them too. */
export const removeParagraph: Edit<{ id: string }> = {
  command: 'transcript.removeParagraph',
  label: 'edit.transcript.removeParagraph',
  apply(project, { id }) {
    const paragraph = paragraphOf(project, id);
    const gone = new Set(paragraph.words.map((word) => word.id));
    const next = { ...project, paragraphs: updateTable(project.paragraphs, [paragraph], []) };
    const stale: string[] = [];
    const left = mapCues(next, next.cues, (cue) => {
      const wordIds = cue.wordIds.filter((wordId) => !gone.has(wordId));
      if (wordIds.length === cue.wordIds.length) return cue;
      stale.push(cue.id);
      return { ...cue, stale: true, wordIds };
    });
    return withStaleTranslations(left, stale);
  },
};

/** The project with a paragraph parted behind a word; the very same where the word is its last. */
function partedBehind(project: Project, newId: NewId, wordId: string): Project {
  const place = placeOf(project, wordId);
  const rest = place.paragraph.words.slice(place.index + 1);
  if (rest.length === 0) return project;
  const { paragraphs, order } = roomAt(project.paragraphs, project.paragraphs.indexOf(place.paragraph) + 1);
  const { paragraph } = placeOf({ ...project, paragraphs }, wordId);
  const extra = joinExtra(undefined, paragraph.extra);
  const second: Paragraph = {
    id: newId(),
    order,
    speakerId: paragraph.speakerId,
    language: paragraph.language,
    // A hint beside the text was about where it begins.
    hintMs: null,
    words: rest,
    ...(extra ? { extra } : {}),
  };
  const first: Paragraph = { ...paragraph, words: paragraph.words.slice(0, place.index + 1) };
  return { ...project, paragraphs: updateTable(paragraphs, [paragraph], [first, second]) };
}

/** An order for a paragraph put in before the one at `at`; numbered anew where no number is left between two. */
function roomAt(paragraphs: Paragraph[], at: number): { paragraphs: Paragraph[]; order: number } {
  const [before, after] = [paragraphs[at - 1], paragraphs[at]];
  if (!after) return { paragraphs, order: orderAfter(paragraphs) };
  if (!before) return { paragraphs, order: after.order - 1 };
  const order = (before.order + after.order) / 2;
  if (order > before.order && order < after.order) return { paragraphs, order };
  const numbered = paragraphs.map((paragraph, index) => ({ ...paragraph, order: index }));
  return { paragraphs: numbered, order: at - 0.5 };
}

/** Fields of words that a newer version wrote go with the words; those of a paragraph stay with it. */
function joinExtra(own: Paragraph['extra'], other: Paragraph['extra']): Paragraph['extra'] {
  const words = other?.[INNER_WORDS];
  if (!isRecord(words)) return own;
  const known = own?.[INNER_WORDS];
  return { ...own, [INNER_WORDS]: { ...words, ...(isRecord(known) ? known : {}) } };
}

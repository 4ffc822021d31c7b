import { AppError } from '../api/errors';
import type { Span } from '../domain/alignment';
import type { Project } from '../domain/project';
import type { Word } from '../domain/transcript';
import { UNKNOWN_TIMING, withCuesFollowing, type CueTiming } from './cues-follow';
import type { Edit } from './edit';
import { validSpan } from './records';
import { mapWords, wordsOf, withMark } from './words';
import { spokenLength } from '../text/spoken-length';

export interface SetWordTimesArgs {
  /** Words that follow one another, e.g. a sentence. */
  readonly ids: readonly string[];
  /** When the first of them begins and the last ends, in ms. */
  readonly startMs: number;
  readonly endMs: number;
  readonly timing?: CueTiming;
}

/**
 * Sets when a run of words is heard, by hand: they are fixed from here on. The words inside keep their times where those still
 * fit, else they are stretched; where none had times, they share the span by their lengths. Neighbours that are not fixed give
 * way as far as they have room. Cues follow. Throws `bad-request` for no words.
 */
export const setWordTimes: Edit<SetWordTimesArgs> = {
  command: 'words.setTimes',
  label: 'edit.words.setTimes',
  apply(project, { ids, startMs, endMs, timing = UNKNOWN_TIMING }) {
    const words = wordsOf(project, ids);
    if (words.length === 0) throw new AppError('bad-request', { reason: 'there are no words to time' });
    const span = validSpan(startMs, endMs);
    const fitted = fitWords(words, span);
    const byId = new Map([...neighboursOf(project, ids, span), ...fitted].map((word) => [word.id, word]));
    const timed = mapWords(project, (word) => byId.get(word.id) ?? word);
    return withCuesFollowing(project, timed, timing);
  },
};

/** The words with times inside the span, from edge to edge, each pinned; those without times get some only if none had any. */
function fitWords(words: readonly Word[], span: Span): Word[] {
  const timed = words.filter((word) => word.startMs !== null && word.endMs !== null);
  const [first, last] = [timed[0], timed.at(-1)];
  if (!first || !last) return spread(words, span);
  const old = { startMs: first.startMs ?? 0, endMs: Math.max((first.startMs ?? 0) + 1, last.endMs ?? 0) };
  const isInside = timed.every(
    (word, index) =>
      (index === 0 || (word.startMs ?? 0) > span.startMs) &&
      (index === timed.length - 1 || (word.endMs ?? 0) < span.endMs) &&
      (word.endMs ?? 0) > span.startMs &&
      (word.startMs ?? 0) < span.endMs,
  );
  const scale = (span.endMs - span.startMs) / (old.endMs - old.startMs);
  const place = (ms: number) =>
    isInside
      ? ms
      : Math.round(span.startMs + (Math.min(old.endMs, Math.max(old.startMs, ms)) - old.startMs) * scale);
  return words.flatMap((word) => {
    if (word.startMs === null || word.endMs === null) return [];
    const startMs = word === first ? span.startMs : place(word.startMs);
    const endMs = word === last ? span.endMs : place(word.endMs);
    return timedByHand(word, startMs, Math.max(startMs, endMs));
  });
}

function spread(words: readonly Word[], { startMs, endMs }: Span): Word[] {
  const total = words.reduce((sum, { text }) => sum + spokenLength(text) + 1, 0);
  let before = 0;
  const at = (characters: number) => Math.round(startMs + ((endMs - startMs) * characters) / total);
  return words.map((word) => {
    const from = at(before);
    before += spokenLength(word.text) + 1;
    return timedByHand(word, from, at(before));
  });
}

function timedByHand(word: Word, startMs: number, endMs: number): Word {
  const pinned = withMark(withMark(word, 'notSpoken', false), 'pinned', true);
  if (pinned.startMs === startMs && pinned.endMs === endMs) return pinned;
  return { ...pinned, startMs, endMs };
}

/** The timed words right before and behind, cut back to the span where they can give way: not fixed, and not all inside it. */
function neighboursOf(project: Project, ids: readonly string[], span: Span): Word[] {
  const all = project.paragraphs.flatMap(({ words }) => words);
  const own = new Set(ids);
  const at = all.findIndex(({ id }) => own.has(id));
  const behind = all.findLastIndex(({ id }) => own.has(id));
  const isTimed = (word: Word) => word.startMs !== null;
  const before = all.slice(0, Math.max(0, at)).findLast(isTimed);
  const after = all.slice(behind + 1).find(isTimed);
  const changed: Word[] = [];
  if (before && canGive(before) && (before.endMs ?? 0) > span.startMs && (before.startMs ?? 0) < span.startMs)
    changed.push({ ...before, endMs: span.startMs });
  if (after && canGive(after) && (after.startMs ?? 0) < span.endMs && (after.endMs ?? 0) > span.endMs)
    changed.push({ ...after, startMs: span.endMs });
  return changed;
}

function canGive(word: Word): boolean {
  return word.pinned !== true;
}

/** Which stretch of the film a clip is: from times, from subtitles, or from words of the transcript. */
import type { Project } from '../domain/project';
import type { Cue } from '../domain/track';
import type { Word } from '../domain/transcript';
import type { ClipSpan } from './clip';
import { splitWords } from '../transcript/words';

/** Air before the first and after the last word, in ms: a clip that begins on the word sounds cut off. */
const BEFORE_MS = 150;
const AFTER_MS = 250;

interface TimedWord {
  readonly id: string;
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** From the first of some words to the last, with a little air that holds no other word. Null where none of them is timed. */
export function spanOfWords(project: Project, wordIds: ReadonlySet<string>): ClipSpan | null {
  const words = timedWords(project);
  const chosen = words.filter(({ id }) => wordIds.has(id));
  if (chosen.length === 0) return null;
  const startMs = chosen.reduce((least, word) => Math.min(least, word.startMs), Infinity);
  const endMs = chosen.reduce((most, word) => Math.max(most, word.endMs), 0);
  const before = words.reduce((last, { endMs: end }) => (end <= startMs ? Math.max(last, end) : last), 0);
  const after = words.reduce(
    (next, { startMs: start }) => (start >= endMs ? Math.min(next, start) : next),
    Infinity,
  );
  return { startMs: Math.max(before, startMs - BEFORE_MS), endMs: Math.min(after, endMs + AFTER_MS) };
}

/** From the first to the last of some cues of a track, by their number from 1 in order of time; null outside the track. */
export function spanOfCues(cues: readonly Cue[], first: number, last: number): ClipSpan | null {
  const chosen = cues.slice(Math.max(0, first - 1), last);
  const [begin] = chosen;
  if (!begin || first < 1 || last < first || last > cues.length) return null;
  return { startMs: begin.startMs, endMs: chosen.reduce((most, { endMs }) => Math.max(most, endMs), 0) };
}

/**
 * The words of a quotation, as their ids: `text` as it stands in the transcript, whatever its capitals and punctuation, and
 * `…` or `...` for words in between. The first place where it is found; null where there is none.
 */
export function wordsQuoted(project: Project, text: string): ReadonlySet<string> | null {
  const words = project.paragraphs.flatMap(({ words: inside }) => inside);
  const parts = text
    .split(/…|\.\.\./u)
    .map((part) => bare(part, project.meta.language))
    .filter((part) => part.length > 0);
  const [first, ...rest] = parts;
  if (!first) return null;
  const bared = words.map((word) => bareWord(word));
  let from = findPart(bared, first, 0);
  if (from < 0) return null;
  const begin = from;
  let end = from + first.length;
  for (const part of rest) {
    from = findPart(bared, part, end);
    if (from < 0) return null;
    end = from + part.length;
  }
  return new Set(words.slice(begin, end).map(({ id }) => id));
}

function findPart(words: readonly string[], part: readonly string[], from: number): number {
  for (let at = from; at + part.length <= words.length; at++)
    if (part.every((word, n) => words[at + n] === word)) return at;
  return -1;
}

function bare(text: string, language: string): string[] {
  return splitWords(text, language)
    .map((word) => letters(word.text))
    .filter((word) => word !== '');
}

function bareWord({ text }: Word): string {
  return letters(text);
}

function letters(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('und')
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}

function timedWords({ paragraphs }: Project): TimedWord[] {
  return paragraphs.flatMap(({ words }) =>
    words.flatMap(({ id, text, startMs, endMs }) =>
      startMs === null || endMs === null ? [] : [{ id, text, startMs, endMs }],
    ),
  );
}

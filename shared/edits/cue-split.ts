import { AppError } from '../api/errors';
import type { Cue } from '../domain/track';
import type { Word } from '../domain/transcript';
import type { Project } from '../domain/project';
import type { Edit, NewId } from './edit';
import { sharedOut, sourceIdsOf, withMovedSources, withSourceIds } from '../translation/links';
import { profileById, profileFor } from '../profiles/profiles';
import { breakOffsets, carriedBreaks, type HardBreaks } from '../text/hard-breaks';
import { withoutMarkUp } from '../text/mark-up';
import { splitWords } from '../transcript/words';
import { brokenText } from './cue-texts';
import { cueOf, mapCues, trackOf, unapproved, validTime, withCues, withHardBreaks } from './records';

export interface SplitArgs {
  readonly newId: NewId;
  readonly id: string;
  /** Where the text divides, in UTF-16 units; null: found from the time. */
  readonly offset: number | null;
  /** Where the time divides; null: found from the words, else in proportion to the text. */
  readonly atMs: number | null;
}

/**
 * Divides a cue in two at a place in its text, a time, or both; the first part keeps the id. White space at the cut goes, an
 * `<i>` that is open there is closed and opened again, and the transcript words go with their text. A translation of the cue
 * renders both parts from now on; where a translation of several is divided near where they meet, each part keeps its own. A part
 * that still has a line break nobody chose to stay is laid on lines anew.
 * Throws `bad-request` for a cue of under 2 ms and when neither place is given.
 */
export const splitCue: Edit<SplitArgs> = {
  command: 'cue.split',
  label: 'edit.cue.split',
  apply(project, { id, newId, offset, atMs }) {
    const cue = cueOf(project, id);
    if (cue.endMs - cue.startMs < 2 || (offset === null && atMs === null))
      throw new AppError('bad-request', { reason: `the cue ${id} cannot be split there` });
    const words = wordsOf(project, cue);
    const { language, profileId } = trackOf(project, cue.trackId);
    const profile = profileById(profileId) ?? profileFor(language);
    const cut =
      offset === null
        ? offsetAtTime(cue, words, validTime(atMs ?? 0), language)
        : tidyOffset(cue.text, offset);
    const [left, right] = splitText(cue.text, cut);
    const count = wordsBefore(cue, words, cut, atMs, language);
    const time = validTime(atMs ?? timeBetween(cue, words, count, left));
    const at = Math.min(cue.endMs - 1, Math.max(cue.startMs + 1, time));
    const shared = { ...unapproved(project, cue), timedByHand: true };
    const [own, other] = sourcesOfParts(project, cue, left, right);
    const laid = (half: Cue, hardBreaks: HardBreaks) => {
      const isSoft = hardBreaks.length < breakOffsets(half.text).length;
      const text = isSoft ? brokenText({ text: half.text, hardBreaks }, profile, language) : half.text;
      return withHardBreaks({ ...half, text }, carriedBreaks(hardBreaks, half.text, text));
    };
    const kept = { endMs: at, text: left, wordIds: cue.wordIds.slice(0, count) };
    const first: Cue = withSourceIds(laid({ ...shared, ...kept }, breaksBefore(cue, left)), own);
    const fresh = { id: newId(), startMs: at, text: right, wordIds: cue.wordIds.slice(count) };
    const second: Cue = withSourceIds(laid({ ...shared, ...fresh }, breaksBehind(cue, right)), other);
    const next = withCues(project, [cue], [first, second]);
    const moves = new Map([[id, [id, second.id]]]);
    return mapCues(next, next.cues, (each) => withMovedSources(each, moves));
  },
};

/** The hard breaks that stand in the part of a cue's text before a cut. */
function breaksBefore({ hardBreaks = [] }: Cue, left: string): number[] {
  const count = breakOffsets(left).length;
  return hardBreaks.filter((ordinal) => ordinal < count);
}

/** The hard breaks that stand in the part of a cue's text behind a cut. */
function breaksBehind({ text, hardBreaks = [] }: Cue, right: string): number[] {
  const gone = breakOffsets(text).length - breakOffsets(right).length;
  return hardBreaks.filter((ordinal) => ordinal >= gone).map((ordinal) => ordinal - gone);
}

/** The source cues that each part of a divided translation renders. */
function sourcesOfParts(project: Project, cue: Cue, left: string, right: string) {
  const ids = sourceIdsOf(cue);
  // Where another cue renders part of the same, lengths do not say which part this one renders.
  const isShared = project.cues.some(
    (each) =>
      each.id !== cue.id && each.trackId === cue.trackId && sourceIdsOf(each).some((id) => ids.includes(id)),
  );
  if (ids.length < 2 || isShared) return [ids, ids] as const;
  const lengths = new Map(project.cues.map((each) => [each.id, each.text.length]));
  const share = left.length / Math.max(1, left.length + right.length);
  return sharedOut(
    ids,
    ids.map((each) => lengths.get(each) ?? 0),
    share,
  );
}

function wordsOf(project: Project, cue: Cue): (Word | undefined)[] {
  const wanted = new Set(cue.wordIds);
  if (wanted.size === 0) return [];
  const known = new Map<string, Word>();
  for (const { words } of project.paragraphs)
    for (const word of words) if (wanted.has(word.id)) known.set(word.id, word);
  return cue.wordIds.map((id) => known.get(id));
}

const TAG = /<\/?i>/g;

/** Both sides of a text cut at `offset`, trimmed, each with its own balanced `<i>`. */
export function splitText(text: string, offset: number): [string, string] {
  const left = text.slice(0, offset).trimEnd();
  const right = text.slice(offset).trimStart();
  const open = [...left.matchAll(TAG)].at(-1)?.[0] === '<i>';
  return open ? [withoutEmptyItalics(`${left}</i>`), withoutEmptyItalics(`<i>${right}`)] : [left, right];
}

function withoutEmptyItalics(text: string): string {
  return text.replace(/<i>(\s*)<\/i>/g, '$1').trim();
}

/** The offset within the text, and not inside a tag or between the halves of one character. */
function tidyOffset(text: string, offset: number): number {
  if (!Number.isFinite(offset)) throw new AppError('bad-request', { reason: 'an offset must be a number' });
  const at = Math.min(text.length, Math.max(0, Math.round(offset)));
  for (const tag of text.matchAll(TAG))
    if (tag.index < at && at < tag.index + tag[0].length) return tag.index + tag[0].length;
  return text.codePointAt(at - 1) !== text.charCodeAt(at - 1) && at > 0 ? at + 1 : at;
}

interface Token {
  readonly start: number;
  readonly end: number;
}

/** Where the words of a text are, tags not counted as words: as the transcript has them where the text is theirs. */
function tokensOf(text: string, words: readonly (Word | undefined)[], language: string): Token[] {
  const plain = text.replace(TAG, (tag) => ' '.repeat(tag.length));
  const known = words.flatMap((word) => (word ? [withoutMarkUp(word.text)] : []));
  return (
    placesOf(plain, known) ??
    placesOf(
      plain,
      splitWords(plain, language).map((word) => word.text),
    ) ??
    []
  );
}

/** Where words stand in a text that holds nothing else but white space, which may stand inside them; null where it is another text. */
function placesOf(text: string, words: readonly string[]): Token[] | null {
  const places: Token[] = [];
  let at = 0;
  for (const word of words) {
    let start = -1;
    for (const unit of word) {
      while (/\s/u.test(text.charAt(at))) at++;
      if (!text.startsWith(unit, at)) return null;
      if (start < 0) start = at;
      at += unit.length;
    }
    places.push({ start, end: at });
  }
  return text.slice(at).trim() === '' ? places : null;
}

/** How many of the cue's transcript words belong to the first part. */
function wordsBefore(
  { text }: Cue,
  words: readonly (Word | undefined)[],
  cut: number,
  atMs: number | null,
  language: string,
): number {
  const tokens = tokensOf(text, words, language);
  const total = tokens.length;
  const before = tokens.filter(({ start }) => start < cut).length;
  if (total === words.length) return before;
  const timed = words.every(isTimed);
  if (timed && atMs !== null) return words.filter((word) => isBefore(word, atMs)).length;
  return total === 0 ? 0 : Math.round((words.length * before) / total);
}

/** The end of the last word that is over (by its middle) at a time; without times, in proportion. */
function offsetAtTime(
  cue: Cue,
  words: readonly (Word | undefined)[],
  atMs: number,
  language: string,
): number {
  const tokens = tokensOf(cue.text, words, language);
  const timed = words.length === tokens.length && words.every(isTimed);
  const share = (atMs - cue.startMs) / (cue.endMs - cue.startMs);
  const count = timed
    ? words.filter((word) => isBefore(word, atMs)).length
    : Math.round(share * tokens.length);
  const end = tokens[Math.min(count, tokens.length) - 1]?.end ?? 0;
  return cue.text.startsWith('</i>', end) ? end + 4 : end;
}

function isTimed(word: Word | undefined): word is Word & { startMs: number } {
  return word !== undefined && word.startMs !== null;
}

function isBefore(word: Word | undefined, atMs: number): boolean {
  if (!isTimed(word)) return false;
  return (word.startMs + (word.endMs ?? word.startMs)) / 2 < atMs;
}

/** Half-way between the words on either side of the cut, or in proportion to the text where they have no times. */
function timeBetween(cue: Cue, words: readonly (Word | undefined)[], count: number, left: string): number {
  const before = words[count - 1]?.endMs ?? null;
  const after = words[count]?.startMs ?? null;
  if (before !== null && after !== null) return (before + after) / 2;
  if (before !== null || after !== null) return before ?? after ?? 0;
  const share = cue.text.length === 0 ? 0.5 : left.length / cue.text.length;
  return cue.startMs + share * (cue.endMs - cue.startMs);
}

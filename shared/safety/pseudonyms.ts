/** Puts pseudonyms in place of names. */
import type { Word } from '../domain/transcript';
import { gapBefore, joinWords, wordStarts } from '../transcript/words';
import type { NameGuard } from './guard';

export interface Replaced<T> {
  readonly value: T;
  /** How many names were replaced. */
  readonly count: number;
}

const ITALIC_TAG = /<\/?i>/g;

/** A cue's text with its pseudonyms; mark-up inside a name stands behind its pseudonym, so tags stay in pairs. */
export function replaceInCue(text: string, language: string | null, guard: NameGuard): Replaced<string> {
  const tags = [...text.matchAll(ITALIC_TAG)];
  const plain = tags.length === 0 ? text : text.replace(ITALIC_TAG, '');
  const hits = guard.replaceable(plain, language);
  if (hits.length === 0) return { value: text, count: 0 };
  /** Where a place of the plain text is in the marked one: behind the tags before it, or in front of those at it. */
  const marked = (at: number, isEnd: boolean) => {
    let shift = 0;
    for (const { index, 0: tag } of tags) {
      const plainAt = index - shift;
      if (plainAt > at || (plainAt === at && isEnd)) break;
      shift += tag.length;
    }
    return at + shift;
  };
  let out = '';
  let done = 0;
  for (const { from, to, pseudonym } of hits) {
    const [start, end] = [marked(from, false), marked(to, true)];
    const inside = text.slice(start, end).match(ITALIC_TAG) ?? [];
    out += text.slice(done, start) + pseudonym + inside.join('');
    done = end;
  }
  return { value: out + text.slice(done), count: hits.length };
}

/** A text without mark-up with its pseudonyms. */
export function replaceInText(text: string, language: string | null, guard: NameGuard): Replaced<string> {
  let out = '';
  let done = 0;
  const hits = guard.replaceable(text, language);
  for (const { from, to, pseudonym } of hits) {
    out += text.slice(done, from) + pseudonym;
    done = to;
  }
  return { value: out + text.slice(done), count: hits.length };
}

/** Transcript words with their pseudonyms: a name of several words becomes one word with the times from first to last. */
export function replaceInWords(
  words: readonly Word[],
  language: string | null,
  guard: NameGuard,
): Replaced<Word[]> {
  const hits = guard.replaceable(joinWords(words), language);
  if (hits.length === 0) return { value: [...words], count: 0 };
  const value: Word[] = [];
  const starts = wordStarts(words);
  let next = 0;
  for (let index = 0; index < words.length; index++) {
    let word = words[index];
    if (!word) break;
    const at = starts[index] ?? 0;
    let end = at + word.text.length;
    let shift = 0;
    for (let hit = hits[next]; hit && hit.from < end; hit = hits[++next]) {
      let last = words[index];
      while (end < hit.to && (last = words[index + 1])) {
        index++;
        const gap = gapBefore(last);
        end += gap.length + last.text.length;
        word = {
          ...word,
          text: word.text + gap + last.text,
          startMs: word.startMs ?? last.startMs,
          endMs: last.endMs ?? word.endMs,
        };
      }
      const [from, to] = [hit.from - at + shift, hit.to - at + shift];
      word = { ...word, text: word.text.slice(0, from) + hit.pseudonym + word.text.slice(to) };
      shift += hit.pseudonym.length - (to - from);
    }
    value.push({ ...word, text: word.text.slice(0, 500) });
  }
  return { value, count: hits.length };
}

import type { Paragraph } from '../domain/transcript';
import { primaryLanguage } from '../text/locale';
import { dominantScript } from '../text/scripts';
import { spokenLength } from '../text/spoken-length';
import { UNSPACED } from '../text/unspaced';
import { abbreviationKind } from '../transcript/abbreviations';
import { gapBefore, joinWords } from '../transcript/words';
import { cleanWord } from './clean';
import { kazakhAlphabet, kazakhCyrillic } from './kazakh-latin';
import type { Analyse } from './japanese/morpheme';
import { readJapanese } from './japanese/read';
import { paragraphLanguage, wordLanguage } from './language';
import type { Reading } from './place';
import { readWords } from './read';
import { silentWords } from './silence';
import type { SpokenToken, Utterance, WrittenWord } from './token';

/**
 * A sentence longer than this to say (`spokenLength`) is cut at the next comma, or at the latest at twice this: matching gets no
 * better by longer.
 */
const LONG_CHARACTERS = 160;
const SENTENCE_END = /[.!?…。！？؟۔।។៕။]["'”’»)\]」』）】》]*$/u;
const CLAUSE_END = /[,;:،，；：、–—၊]["'”’»)\]」』）】》]*$/u;
/** Stops, dashes and quotes that stand alone say nothing: an utterance of them could never be found. */
const MARKS = /^[.…?!¿¡,;:'"«»“”„‘’–—-]+$/u;
/** Of these, what belongs to the words before it. */
const CLOSING_MARKS = /^[.…?!,;:»”]+$/u;
/** Initials end in a stop that ends no sentence, and what has no vowel is an abbreviation: `J.`, `г.`, `ст.` */
const SHORT = /^["'“‘«([]*(?:\p{L}|[^\W\d_aeiouy]{2,3}|[бвгджзйклмнпрстфхцчшщқғңһ]{2,3})\.$/iu;

/** A written word with what reading it aloud needs. */
interface Word {
  readonly written: WrittenWord;
  readonly clean: string;
  readonly isSilent: boolean;
}

/**
 * Cuts paragraphs into utterances and says how each is spoken. Every written word is in exactly one utterance, once, in
 * order. Words that nobody says (stage directions, dashes, dots that stand alone) are in no token; the aligner gives them no sound, so they take
 * a moment beside a neighbour, or no time where they have none. They stay with the utterance before them, so that it
 * never begins with one unless its paragraph does. Each sentence is spoken in its own language where its letters tell.
 * A cut in the wrong place costs accuracy, nothing else. Japanese is read by `japanese`; without it only its kana are. Throws what
 * that throws, nothing else. Linear.
 */
export function utterancesOf(
  paragraphs: readonly Paragraph[],
  language: string,
  japanese?: Analyse,
): Utterance[] {
  return paragraphs.flatMap((paragraph) => {
    const own = paragraph.language ?? language;
    return sentences(wordsOf(paragraph), own).map((words) => utterance(words, own, japanese));
  });
}

/** Whether anything of paragraphs may be in Japanese, so that `utterancesOf` needs a dictionary. */
export function hasJapanese(paragraphs: readonly Paragraph[], language: string): boolean {
  return paragraphs.some(
    ({ words, language: own }) =>
      isJapanese(own ?? language) ||
      words.some(({ text }) => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)),
  );
}

function isJapanese(language: string): boolean {
  return primaryLanguage(language) === 'ja';
}

function wordsOf({ words }: Paragraph): Word[] {
  const clean = words.map(({ text }) => cleanWord(text));
  const silent = silentWords(clean);
  return words.map(({ id, text, gap }, index) => ({
    written: gap === undefined ? { id, text } : { id, text, gap },
    clean: clean[index] ?? '',
    isSilent: silent[index] ?? false,
  }));
}

function sentences(words: readonly Word[], language: string): Word[][] {
  const cut: Word[][] = [];
  let open: Word[] = [];
  let length = 0;
  let says = false;
  const close = () => {
    if (open.length > 0) cut.push(open);
    open = [];
    length = 0;
    says = false;
  };
  for (const [index, word] of words.entries()) {
    const isClosing = word.isSilent || CLOSING_MARKS.test(word.clean);
    if (isClosing && open.length === 0 && cut.length > 0) {
      cut.at(-1)?.push(word);
      continue;
    }
    open.push(word);
    says ||= !word.isSilent && !MARKS.test(word.clean);
    if (word.isSilent || !says) continue;
    length += spokenLength(word.clean) + gapBefore(word.written).length;
    const isSentence = SENTENCE_END.test(word.clean) && !isAbbreviation(word.clean, language);
    const isClause =
      length > LONG_CHARACTERS && (CLAUSE_END.test(word.clean) || endsPhrase(word, words[index + 1]));
    if (isSentence || isClause || length > 2 * LONG_CHARACTERS) close();
  }
  close();
  return cut;
}

/** In writing without spaces between words a space ends a phrase. */
function endsPhrase(word: Word, next: Word | undefined): boolean {
  const isApart = next !== undefined && next.written.gap !== '';
  return isApart && UNSPACED.test(word.clean.slice(-1)) && UNSPACED.test(next.clean.slice(0, 1));
}

function isAbbreviation(word: string, language: string): boolean {
  const bare = word.replace(/^\P{L}+/u, '');
  return SHORT.test(word) || abbreviationKind(bare, primaryLanguage(language)) === 'leading';
}

function utterance(
  words: readonly Word[],
  paragraphsLanguage: string,
  japanese: Analyse | undefined,
): Utterance {
  const heard = words.flatMap((word, index) => (word.isSilent ? [] : [{ word, index }]));
  const spoken = heard.map(({ word }) => word);
  const language = paragraphLanguage(joinWords(spoken.map(({ written }) => written)), paragraphsLanguage);
  const tokens: SpokenToken[] = [];
  let at = 0;
  for (const part of reading(spoken, language, japanese)) {
    const from = heard[at]?.index ?? 0;
    at += part.words;
    const to = (heard[at - 1]?.index ?? from) + 1;
    if (part.text === '') continue;
    const own = part.language ?? wordLanguage(part.text, language);
    const { shares } = part;
    // Shares are of words that follow each other.
    const isWhole = shares !== undefined && shares.length === to - from;
    tokens.push({ text: part.text, language: own, from, to, ...(isWhole ? { shares } : {}) });
  }
  return { words: words.map(({ written }) => written), language, tokens };
}

function reading(words: readonly Word[], language: string, japanese: Analyse | undefined): Reading {
  const text = words.map(({ clean }) => clean);
  if (!isJapanese(language) || !japanese) return readWords(inReadableLetters(text, language), language);
  return readJapanese(
    words.map(({ clean, written }) => ({ text: clean, isJoined: written.gap === '' })),
    japanese,
  );
}

/** Kazakh in Latin letters goes to its voice in Cyrillic ones. */
function inReadableLetters(words: readonly string[], language: string): readonly string[] {
  const text = words.join(' ');
  if (primaryLanguage(language) !== 'kk' || dominantScript(text) !== 'Latn') return words;
  const alphabet = kazakhAlphabet(text);
  return words.map((word) => kazakhCyrillic(word, alphabet));
}

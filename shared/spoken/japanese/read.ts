import { coreOf, type Part, type Reading } from '../place';
import { readWords } from '../read';
import { soundCount } from './kana';
import type { Analyse, Piece } from './morpheme';
import { piecesOf } from './pieces';

/** A clean word and whether the one before it is written right before it. */
export interface JapaneseWord {
  readonly text: string;
  readonly isJoined: boolean;
}

/** Words and what belongs to them: one that is spoken in one go, or several where kana cannot be parted. */
interface Group {
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly Piece[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Kana that make no sound of their own at the beginning of a word. */
const LEANS_BACK = /^[ッーンァィゥェォャュョヮ]/u;
const LEANS_ON = /ッ$/u;
const MARK = /[.,!?;:…。、]/u;
const LATIN_WORD = /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{S}]*$/u;

/**
 * What is said for the words of one sentence in Japanese, in katakana, as `readWords` has it. Words that share a sound nobody can
 * part (行|った is イッ|タ for other eyes than the dictionary's) are one part with the `shares` of each. Latin words are said in
 * English; kanji that `analyse` does not know by a Chinese voice, which is where their sounds come from. Linear.
 */
export function readJapanese(words: readonly JapaneseWord[], analyse: Analyse): Reading {
  // Full-width letters, half-width kana, ㈱ and ① as what they stand for.
  const texts = words.map(({ text }) => text.normalize('NFKC'));
  const spans = spansOf(texts, words);
  const text = textOf(texts, words);
  // The dictionary has figures in full width only.
  const wide = text.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const groups = groupsOf(spans, piecesOf(text, analyse(wide)), text);
  return groups.flatMap((group) => partsOf(group, spans, texts));
}

function textOf(texts: readonly string[], words: readonly JapaneseWord[]): string {
  return texts
    .map((text, index) => (index === 0 || words[index]?.isJoined === true ? text : ` ${text}`))
    .join('');
}

function spansOf(texts: readonly string[], words: readonly JapaneseWord[]): Span[] {
  let at = 0;
  return texts.map((text, index) => {
    const start = at + (index === 0 || words[index]?.isJoined === true ? 0 : 1);
    at = start + text.length;
    return { start, end: at };
  });
}

function groupsOf(spans: readonly Span[], pieces: readonly Piece[], text: string): Group[] {
  const groups: { from: number; to: number; pieces: Piece[] }[] = [];
  let next = 0;
  for (const [index, { start, end }] of spans.entries()) {
    const last = groups.at(-1);
    const before = last?.pieces.at(-1);
    const own: Piece[] = [];
    for (let piece = pieces[next]; piece && piece.start < end; piece = pieces[++next]) own.push(piece);
    const isInside = before !== undefined && before.end > start;
    const first = own.find(({ kana }) => kana !== '');
    const touches = before?.end === start && first?.start === start && text.charAt(start - 1) !== ' ';
    const leans = touches && (LEANS_BACK.test(first.kana) || LEANS_ON.test(before.kana));
    if (last && (isInside || leans)) {
      last.to = index + 1;
      last.pieces.push(...own);
    } else groups.push({ from: index, to: index + 1, pieces: own });
  }
  return groups;
}

function partsOf({ from, to, pieces }: Group, spans: readonly Span[], texts: readonly string[]): Reading {
  const words = to - from;
  const last = texts[to - 1] ?? '';
  const kana = pieces.map((piece) => piece.kana).join('');
  const written = texts.slice(from, to).join('');
  if (words === 1 && LATIN_WORD.test(written) && /\p{Script=Latin}/u.test(written))
    return readWords([written], 'en').map((part): Part => ({ ...part, language: 'en' }));
  const mark = MARK.exec(coreOf(last).tail)?.[0] ?? '';
  if (kana === '') {
    const isUnknown = /\p{Script=Han}/u.test(written);
    return [isUnknown ? { text: written, words, language: 'zh' } : { text: '', words }];
  }
  if (words === 1) return [{ text: kana + mark, words }];
  return [{ text: kana + mark, words, shares: spans.slice(from, to).map((span) => share(span, pieces)) }];
}

/** How many of the sounds of a group are within a span; those of a piece over several spans by its letters. */
function share({ start, end }: Span, pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => {
    const inside = Math.min(end, piece.end) - Math.max(start, piece.start);
    return inside <= 0 ? sum : sum + (soundCount(piece.kana) * inside) / (piece.end - piece.start);
  }, 0);
}

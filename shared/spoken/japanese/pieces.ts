import { splitReading } from './furigana';
import { endsIn, katakana, withLongVowels } from './kana';
import type { Morpheme, Piece } from './morpheme';
import { readNumerals } from './numerals';

/** Names of Latin letters beside Japanese ones (`Tシャツ`). */
const LETTERS = (
  'エー ビー シー ディー イー エフ ジー エイチ アイ ジェー ケー エル エム エヌ オー ピー キュー ' +
  'アール エス ティー ユー ブイ ダブリュー エックス ワイ ゼット'
).split(' ');
const SIGNS: Readonly<Record<string, string>> = {
  '%': 'パーセント',
  '&': 'アンド',
  '+': 'プラス',
  '℃': 'ド',
};
const KANA = /^[\u3041-\u3096\u30a1-\u30fa\u30fc]+$/u;
/** What the dictionary says as nobody does in an interview. */
const COUNTRY: readonly [string, string] = ['ニッポン', 'ニホン'];

/**
 * What is said for each stretch of a text: numerals, words of the dictionary down to their letters where these tell, kana that no
 * dictionary knows, Latin letters by name. Pieces rise and never overlap; what is of none makes no sound. Linear.
 */
export function piecesOf(text: string, morphemes: readonly Morpheme[]): Piece[] {
  const numerals = readNumerals(text, morphemes);
  const pieces: Piece[] = [];
  let numeral = 0;
  let at = 0;
  const add = (more: readonly Piece[]) => {
    for (const piece of more) if (piece.start >= at) pieces.push(piece);
    at = Math.max(at, more.at(-1)?.end ?? 0);
  };
  for (const [index, morpheme] of morphemes.entries()) {
    for (let next = numerals[numeral]; next && next.start < morpheme.end; next = numerals[++numeral]) {
      add(unknown(text, at, next.start));
      add([next]);
    }
    if (morpheme.start >= at) {
      add(unknown(text, at, morpheme.start));
      add(known(text, morpheme, morphemes[index - 1], pieces.at(-1)));
    }
  }
  add(numerals.slice(numeral));
  add(unknown(text, at, text.length));
  return pieces;
}

function known(
  text: string,
  morpheme: Morpheme,
  before: Morpheme | undefined,
  last: Piece | undefined,
): Piece[] {
  const { start, end, kind } = morpheme;
  const surface = text.slice(start, end);
  const reading = pronounced(text, morpheme, before);
  if (reading === '') return unknown(text, start, end);
  if (kind === 'volition' && last?.end === start && endsIn('o', last.kana))
    return [{ start, end, kana: 'ー' }];
  return splitReading(surface, reading, start).map((piece) =>
    KANA.test(text.slice(piece.start, piece.end)) ? piece : { ...piece, kana: withLongVowels(piece.kana) },
  );
}

/** 行って is “went” unless something is done (`を行って`); the dictionary finds both as likely. */
function pronounced(text: string, { start, end, reading }: Morpheme, before: Morpheme | undefined): string {
  const surface = text.slice(start, end);
  if (surface === '行っ') return before && text.slice(before.start, start) === 'を' ? 'オコナッ' : 'イッ';
  return surface.startsWith('日本') && surface !== '日本一' ? reading.replace(...COUNTRY) : reading;
}

/** Letter by letter: kana as they are, signs and Latin letters by name, nothing for what nobody can read. */
function unknown(text: string, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  for (const { 0: run, index } of text
    .slice(from, to)
    .matchAll(/[\u3041-\u3096\u30a1-\u30fa\u30fc]+|[\s\S]/gu)) {
    const kana = KANA.test(run) ? withLongVowels(katakana(run)) : nameOf(run);
    if (KANA.test(run)) pieces.push(...splitReading(run, kana, from + index));
    else if (kana !== '' || /\p{L}/u.test(run))
      pieces.push({ start: from + index, end: from + index + run.length, kana });
  }
  return pieces;
}

function nameOf(sign: string): string {
  const letter = /^[A-Za-z]$/u.test(sign) ? sign.toUpperCase().charCodeAt(0) - 65 : -1;
  return LETTERS[letter] ?? SIGNS[sign] ?? '';
}

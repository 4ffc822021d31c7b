import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Analyse, Morpheme } from '../../../../../shared/spoken/japanese/morpheme';
import { readJapanese, type JapaneseWord } from '../../../../../shared/spoken/japanese/read';

/** Words of a small dictionary, longest first; of figures as the real one has them, in full width. */
const DICTIONARY: readonly (readonly [surface: string, reading: string, kind?: Morpheme['kind']])[] = [
  ['について', 'ニツイテ'],
  ['日本人', 'ニッポンジン'],
  ['人間', 'ニンゲン'],
  ['東京', 'トーキョー'],
  ['行こ', 'イコ'],
  ['行っ', 'オコナッ'],
  ['買っ', 'カッ'],
  ['経済', 'ケイザイ'],
  ['会議', 'カイギ'],
  ['冊', 'サツ'],
  ['人', 'ニン'],
  ['月', 'ツキ'],
  ['日', 'ニチ'],
  ['年', 'ネン'],
  ['は', 'ワ'],
  ['へ', 'エ'],
  ['を', 'オ'],
  ['て', 'テ'],
  ['た', 'タ'],
  ['の', 'ノ'],
  ['で', 'デ'],
  ['う', 'ウ', 'volition'],
  ...[...'〇一二三四五六七八九十百千万０１２３４５６７８９'].map((each) => [each, 'スウ', 'number'] as const),
];

const analyse: Analyse = (text) => {
  const found: Morpheme[] = [];
  for (let at = 0; at < text.length;) {
    const entry = DICTIONARY.find(([surface]) => text.startsWith(surface, at));
    if (entry)
      found.push({ start: at, end: at + entry[0].length, reading: entry[1], kind: entry[2] ?? 'other' });
    at += entry?.[0].length ?? 1;
  }
  return found;
};

/** `|` between words that are written together, a blank between others. */
function wordsOf(text: string): JapaneseWord[] {
  return text
    .split(' ')
    .flatMap((run) => run.split('|').map((word, index) => ({ text: word, isJoined: index > 0 })));
}

const told = (text: string) =>
  readJapanese(wordsOf(text), analyse).map(
    ({ text: said, words, language }) =>
      said + (words > 1 ? `/${words}` : '') + (language ? `@${language}` : ''),
  );

test.each([
  ['particles as they are said', '人間|は|東京|へ', ['ニンゲン', 'ワ', 'トーキョー', 'エ']],
  ['stops stay', '東京|で、|の。', ['トーキョー', 'デ、', 'ノ。']],
  ['a word of the dictionary over several of the text', 'に|つい|て', ['ニ', 'ツイ', 'テ']],
  ['a doubled consonant is not parted', 'を|買|っ|た', ['オ', 'カッタ/3']],
  ['a long vowel is not parted', '行|こ|う', ['イ', 'コー/2']],
  ['one that is may be', '行|こう', ['イ', 'コー']],
  ['went', '東京|へ|行っ|て', ['トーキョー', 'エ', 'イッテ/2']],
  ['did', '会議|を|行っ|て', ['カイギ', 'オ', 'オコナッテ/2']],
  ['ei is long', '経済', ['ケーザイ']],
  ['Japan', '日本人', ['ニホンジン']],
  ['figures', '２０２４|年', ['ニセンニジューヨ', 'ネン']],
  ['a number and its counting word in two words', '三|冊', ['サン', 'サツ']],
  ['said as a whole', '2|人|の', ['フタリ/2', 'ノ']],
  ['a date', '5|月|1|日', ['ゴ', 'ガツ', 'ツイタチ/2']],
  ['a time of day', '9:30|に', ['クジサンジュップン', 'ニ']],
  ['a full hour', '14:00', ['ジューヨジ']],
  ['a range', '10〜|15|人', ['ジューカラ', 'ジューゴ', 'ニン']],
  ['money', '$5|と|¥100', ['ゴドル', 'ト', 'ヒャクエン']],
  ['a telephone number', '03-|1234', ['ゼロサン', 'イチニサンヨン']],
  ['kana of no dictionary', 'とうきょう|タワー', ['トーキョー', 'タワー']],
  ['half-width kana', 'ｶﾞｽ', ['ガス']],
  ['Latin names in English', 'Amnesty International|の', ['Amnesty@en', 'International@en', 'ノ']],
  ['Latin letters in a word', 'Tシャツ', ['ティーシャツ']],
  ['kanji of no dictionary', '龘|の', ['龘@zh', 'ノ']],
  ['a dash', '東京 — の', ['トーキョー', '', 'ノ']],
  ['nothing', '', ['']],
])('%s', (_, text, expected) => {
  expect(told(text)).toEqual(expected);
});

test('words of one part know how much of it is theirs', () => {
  expect(readJapanese(wordsOf('買|っ|た'), analyse)).toEqual([
    { text: 'カッタ', words: 3, shares: [2, 1, 2] },
  ]);
  const [date] = readJapanese(wordsOf('2|人'), analyse);
  expect(date?.shares).toEqual([3, 3]);
});

test('every word is in one part, whatever is written and wherever the dictionary sees words', () => {
  const letter = fc.constantFrom(
    ...'あいうっんーゃはへを',
    ...'人間東京行日月冊龘一二十百万',
    ...'0123456789０５.,:-〜%$¥',
    ...'AzＴ、。「」 ・…！?',
    '\u3000',
    '👩',
    '\ud800',
  );
  const word = fc.record({
    text: fc.array(letter, { maxLength: 6 }).map((letters) => letters.join('')),
    isJoined: fc.boolean(),
  });
  const cuts = fc.array(fc.record({ length: fc.integer({ min: 1, max: 4 }), isKnown: fc.boolean() }), {
    maxLength: 40,
  });
  const kinds = fc.constantFrom('number', 'volition', 'other');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), cuts, kinds, (words, lengths, kind) => {
      const anyhow: Analyse = (text) => {
        let at = 0;
        return lengths.flatMap(({ length, isKnown }) => {
          const start = at;
          at = Math.min(text.length, at + length);
          return at > start ? [{ start, end: at, reading: isKnown ? 'カッコー' : '', kind }] : [];
        });
      };
      for (const reader of [analyse, anyhow]) {
        const parts = readJapanese(words, reader);
        expect(parts.reduce((sum, part) => sum + part.words, 0)).toBe(words.length);
        for (const { text, words: count, shares, language } of parts) {
          expect(count).toBeGreaterThan(0);
          if (shares) expect(shares).toHaveLength(count);
          if (language === undefined) expect(text).toMatch(/^[\u30a1-\u30fa\u30fc]*[.,!?;:…。、]?$/u);
        }
      }
    }),
  );
});

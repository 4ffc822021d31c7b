/** The Japanese dictionary itself, and what espeak-ng is given by it. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { loadJapanese } from '../../../electron/services/speech/japanese';
import type { Analyse } from '../../../shared/spoken/japanese/morpheme';
import { utterancesOf } from '../../../shared/spoken/utterances';
import { splitWords } from '../../../shared/transcript/words';

let analyse: Analyse;
beforeAll(async () => {
  analyse = await loadJapanese();
});

/** All that is said for a text, words apart by nothing: where they are parted is ICU's business and changes. */
function said(text: string): string {
  const words = splitWords(text, 'ja').map((word, index) => ({
    ...word,
    ...{ id: `w${index}`, startMs: null, endMs: null, confidence: null },
  }));
  const paragraph = { id: 'p', order: 0, speakerId: null, language: null, hintMs: null, words };
  return utterancesOf([paragraph], 'ja', analyse)
    .flatMap(({ tokens }) => tokens.map((token) => token.text))
    .join('');
}

test.each([
  ['すべての人間は、自由であり、平等である。', 'スベテノニンゲンワ、ジユーデアリ、ビョードーデアル。'],
  ['東京へ行って、本を三冊買った。', 'トーキョーエイッテ、ホンヲサンサツカッタ。'],
  ['会議を行った。', 'カイギヲオコナッタ。'],
  ['２０２４年5月12日に', 'ニセンニジューヨネンゴガツジューニニチニ'],
  ['一九四八年十二月十日、', 'センキューヒャクヨンジューハチネンジューニガツトーカ、'],
  ['二十歳のとき、一人で、百人以上が', 'ハタチノトキ、ヒトリデ、ヒャクニンイジョーガ'],
  ['1日に、5月1日に、三日間', 'イチニチニ、ゴガツツイタチニ、ミッカカン'],
  ['6時15分から8分間', 'ロクジジューゴフンカラハップンカン'],
  ['10〜15人の20%', 'ジューカラジューゴニンノニジュッパーセント'],
  ['行こうと思います。', 'イコートオモイマス。'],
  ['日本人は二本の木を切った。', 'ニホンジンワニホンノキヲキッタ。'],
  ['先生と経済、お母さん', 'センセートケーザイ、オカーサン'],
  ['一緒に、一番、十分な、第三条', 'イッショニ、イチバン、ジューブンナ、ダイサンジョー'],
  ['がっこうへ　いきました。', 'ガッコーエイキマシタ。'],
  ['「本当に？」と言いました。', 'ホントーニ?トイイマシタ。'],
  ['（笑）人々は', 'ヒトビトワ'],
])('%s', (text, kana) => {
  expect(said(text)).toBe(kana);
});

test('where words are is told in UTF-16, whatever stands before them', () => {
  const text = '👩\u200d👩\ud800東京';
  const city = analyse(text).find(({ reading }) => reading === 'トーキョー');
  expect(text.slice(city?.start, city?.end)).toBe('東京');
});

test('words follow each other inside the text, whatever it is', () => {
  const letter = fc.oneof(
    fc.constantFrom(...'あいうっんーは人間東京龘一二０１、。「」 …ｱﾞ', '👩', '\ud800', '\0', '\n'),
    fc.string({ unit: 'binary', maxLength: 2 }),
  );
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 40 }), (letters) => {
      const text = letters.join('');
      let at = 0;
      for (const { start, end, reading } of analyse(text)) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        expect(reading).toMatch(/^[\u30a1-\u30fa\u30fc]*$/u);
        at = end;
      }
      expect(at).toBeLessThanOrEqual(text.length);
    }),
  );
});

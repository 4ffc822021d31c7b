import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEVER_ENDS, NEVER_STARTS } from '../../../../shared/text/unspaced';
import { joinWords, splitAgain, splitWords, wordStarts } from '../../../../shared/transcript/words';

/** Words as a person would list them: `/` where they stand together, a blank where one stands between. */
function listed(text: string, language: string): string {
  return splitWords(text, language)
    .map(({ text: word, gap }, index) => (index === 0 ? '' : gap === '' ? '/' : (gap ?? ' ')) + word)
    .join('');
}

describe('splitWords', () => {
  it.each([
    ['', ''],
    ['  one  two\n three ', 'one two three'],
    ['« Quoi\u00a0? »', '« Quoi ? »'],
    ['a\u2003b\u3000c\u0085d\u2028e', 'a b\u3000c d e'],
    ['zero\u200bwidth', 'zero\u200bwidth'],
    ['e\u0301', 'e\u0301'],
    ['қадір-қасиеті мен', 'қадір-қасиеті мен'],
    ['인권은 모두의 것이다.', '인권은 모두의 것이다.'],
  ])('parts %j at white space', (text, words) => {
    expect(listed(text, 'en')).toBe(words);
  });

  it.each([
    ['zh', '我们从事人权工作，而不是特权。', '我们/从事/人权/工作，/而不是/特权。'],
    ['zh', '他说：“我们在这里。”然后走了。', '他/说：/“我们/在/这里。”/然后/走了。'],
    ['zh', 'NGO在COVID-19期间（2020年）很忙。', 'NGO/在/COVID-19/期间/（2020/年）/很/忙。'],
    ['zh', '看https://un.org/zh，好吗？', '看/https://un.org/zh，/好/吗？'],
    ['zh', '<i>我们</i>在这里', '<i>我们</i>/在/这里'],
    ['zh', '我<i></i>们', '我/<i></i>们'],
    ['ja', '「人権」は、特別な権利ではない！？', '「人権」/は、/特別/な/権利/では/ない！？'],
    ['ja', 'ジョン・スミスさん', 'ジョン・/スミス/さん'],
    ['ja', 'そうです。　はい', 'そう/です。\u3000はい'],
    ['th', 'สิทธิมนุษยชน ต่าง ๆ', 'สิทธิ/มนุษย/ชน ต่าง ๆ'],
    ['km', 'ខ្ញុំស្រឡាញ់ប្រទេសកម្ពុជា។', 'ខ្ញុំ/ស្រឡាញ់/ប្រទេស/កម្ពុជា។'],
    ['lo', 'ພວກເຮົາອາໄສຢູ່ນີ້', 'ພວກ/ເຮົາ/ອາໄສ/ຢູ່/ນີ້'],
    ['my', 'လူ့အခွင့်အရေး', 'လူ့/အခွင့်အရေး'],
  ])('%s: parts %s by its words', (language, text, words) => {
    expect(listed(text, language)).toBe(words);
  });

  it('takes a line break for what stands between words there', () => {
    expect(listed('我们从事\n人权工作', 'zh')).toBe('我们/从事/人权/工作');
    expect(listed('human\nrights', 'en')).toBe('human rights');
  });

  it('cuts what no word record can hold, between characters', () => {
    const pieces = splitWords(`a${'𐐷'.repeat(400)}`, 'en');
    expect(pieces.map(({ text }) => text.length)).toEqual([499, 302]);
    expect(joinWords(pieces)).toBe(`a${'𐐷'.repeat(400)}`);
  });

  it('takes time linear in a text without spaces', () => {
    const text = '我们从事人权工作，'.repeat(5_000);
    expect(joinWords(splitWords(text, 'zh'))).toBe(text);
  });
});

const SNIPPETS = [
  ...'我们 从事 人权 工作 而 不是 特权 ， 。 、 「 」 （ ） ！ ？ … — ー っ て ァ 々 は が を'.split(' '),
  ...'สิทธิ มนุษย ชน ๆ 私たち 人権を守る ジョン ・ NGO COVID-19 2024 年 $5 % human'.split(' '),
  ...[' ', '\u3000', '<i>', '</i>', '"', "'", '.', 'ស', 'မြန်မာ', '😀', 'ລາວ'],
];
const texts = fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 30 }).map((parts) => parts.join(''));
const languages = fc.constantFrom('zh', 'ja', 'th', 'en');

describe('words and their text', () => {
  it('are the same, byte for byte but for runs of white space', () => {
    fc.assert(
      fc.property(texts, languages, (text, language) => {
        const words = splitWords(text, language);
        const tidy = text.trim().replace(/\s+/gu, (run) => (run === '\u3000' ? run : ' '));
        expect(joinWords(words)).toBe(tidy);
        for (const [index, at] of wordStarts(words).entries())
          expect(tidy.startsWith(words[index]?.text ?? '', at)).toBe(true);
      }),
    );
  });

  it('never stand together where a line must not break', () => {
    fc.assert(
      fc.property(texts, languages, (text, language) => {
        const plain = text.replace(/<\/?i>/g, '');
        for (const [index, { text: word, gap }] of splitWords(plain, language).entries()) {
          if (index === 0 || gap !== '') continue;
          expect(word).not.toMatch(NEVER_STARTS);
          expect(splitWords(plain, language)[index - 1]?.text).not.toMatch(NEVER_ENDS);
        }
      }),
    );
  });

  it('of an edited text are those of a new one where ICU is the same', () => {
    fc.assert(
      fc.property(texts, texts, texts, texts, languages, (head, gone, put, tail, language) => {
        const [before, after] = [head + gone + tail, head + put + tail];
        expect(splitAgain(splitWords(before, language), after, language)).toEqual(
          splitWords(after, language),
        );
      }),
    );
  });
});

describe('splitAgain', () => {
  it('leaves words alone that another ICU made, in the clauses an edit leaves alone', () => {
    const other = [
      { text: '我们从' },
      { text: '事人权，', gap: '' as const },
      { text: '不是', gap: '' as const },
      { text: '特权。', gap: '' as const },
      { text: '我在', gap: '' as const },
      { text: '这里。', gap: '' as const },
    ];
    const text = joinWords(other).replace('不是特权', '不要特权');
    expect(splitAgain(other, text, 'zh').map((word) => word.text)).toEqual([
      '我们从',
      '事人权，',
      '不要',
      '特权。',
      '我在',
      '这里。',
    ]);
  });
});

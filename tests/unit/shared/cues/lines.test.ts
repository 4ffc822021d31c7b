import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from '../../../../shared/cues/lines';
import { profileFor } from '../../../../shared/profiles/profiles';
import { countCharacters } from '../../../../shared/text/characters';
import { NEVER_ENDS, NEVER_STARTS } from '../../../../shared/text/unspaced';

/** In each row `/` stands where the line must break. */
const ROWS: readonly (readonly [language: string, marked: string])[] = [
  ['en', 'We were born here.'],
  ['en', 'We show that these groups intersect / in different ways of discrimination.'],
  ['en', 'It is not that we are not Kazakhs, / we got our education here as Kazakhs.'],
  ['en', 'She talked to the people of the city / and Anna Maria Smith answered them.'],
  ['en', 'We have been working on this problem / for more than 25 years together now.'],
  ['ru', 'Все люди рождаются свободными / и равными в своем достоинстве и правах.'],
  ['ru', 'Они наделены разумом и совестью / и должны поступать в духе братства.'],
  ['kk', 'Барлық адамдар тумысынан азат / және қадір-қасиеті мен құқықтары тең.'],
  ['kk', 'Біз осы жерде тұрып жатқандықтан / құқықтарымыз үшін күресіп келеміз.'],
  ['es', 'Todos los seres humanos nacen libres / e iguales en dignidad y derechos.'],
  ['fr', 'Tous les êtres humains naissent libres / et égaux en dignité et en droits.'],
  ['fr', 'Pourquoi sommes-nous encore ici ? / Parce que c’est notre terre à nous !'],
];

describe('breakLines', () => {
  it.each(ROWS)('%s: %s', (language, marked) => {
    const lines = marked.split(' / ');
    expect(breakLines(lines.join(' '), profileFor(language), language).split('\n')).toEqual(lines);
  });

  it('forgets old breaks and keeps mark-up', () => {
    expect(breakLines('<i>We</i>\nwere  born\n here.', profileFor('en'), 'en')).toBe(
      '<i>We</i> were born here.',
    );
  });

  it('gives a text too long more lines, none of them too long', () => {
    const lines = breakLines('We were born here. '.repeat(8), profileFor('en'), 'en').split('\n');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(42);
  });

  it('breaks writing without spaces between words, brackets and stops where they belong', () => {
    const text = '私たちは活動をしています。特別な権利ではない。';
    const laid = breakLines(text, profileFor('ja'), 'ja');
    expect(laid.replaceAll('\n', '')).toBe(text);
    expect(laid.split('\n')[0]).toMatch(/。$/);
    expect(
      breakLines('「私たちは」<i>人権活動</i>をしています。', profileFor('ja'), 'ja').replaceAll('\n', ''),
    ).toBe('「私たちは」<i>人権活動</i>をしています。');
  });

  it.each([
    ['zh', '我们从事人权工作，/而不是额外的特权。'],
    ['zh', '他们说：“我们在这里出生，/这是我们的土地。”'],
    ['zh', '因为我们在这里受教育，/所以我们从事活动。'],
    ['ja', '私たちは人権のために/活動しています。'],
    ['ja', 'ここで生まれ、/ここで育ちました。'],
    ['th', 'เราทำงานด้านสิทธิมนุษยชนมานานแล้ว/ และเราเกิดที่นี่เพราะนี่คือบ้านของเรา'],
  ])('%s: breaks %s by sense', (language, marked) => {
    const lines = breakLines(marked.replace('/', ''), profileFor(language), language).split('\n');
    expect(lines).toEqual(marked.split('/').map((line) => line.trim()));
  });

  it('lays writing without spaces anew without a space at its old breaks', () => {
    const text = '我们从事人权工作，而不是额外的特权。';
    const laid = breakLines(text, profileFor('zh'), 'zh');
    expect(laid).toContain('\n');
    expect(breakLines(laid.replace('\n', ''), profileFor('en'), 'zh')).toBe(text);
    expect(breakLines(laid, profileFor('en'), 'zh')).toBe(text);
  });

  it('never begins or ends a line with what must not, keeps to the limit and loses nothing', () => {
    const words = fc.array(
      fc.constantFrom(
        ...'我们 从事 人权 工作 特权 ， 。 、 「 」 （ ） ！ ？ … “ ” ー っ て は が を に NGO COVID-19 2024 年 私たち 人権を守る'.split(
          ' ',
        ),
      ),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(words, fc.constantFrom('zh', 'ja'), (list, language) => {
        const profile = profileFor(language);
        const text = list.join('');
        const laid = breakLines(text, profile, language);
        expect(laid.replaceAll('\n', '')).toBe(text);
        const lines = laid.split('\n');
        for (const [n, line] of lines.entries()) {
          if (n > 0) expect(line).not.toMatch(NEVER_STARTS);
          if (n < lines.length - 1) expect(line).not.toMatch(NEVER_ENDS);
        }
      }),
    );
  });

  it('has one empty line in nothing', () => {
    expect(breakLines('  \n ', profileFor('en'), 'en')).toBe('');
  });

  it('changes white space only, and keeps to the limit where words do', () => {
    const words = fc.array(
      fc.constantFrom('a', 'the', 'rights,', 'құқық', 'и', 'Anna', 'Smith.', '25', 'é́é́', '—', '!'),
      {
        maxLength: 25,
      },
    );
    fc.assert(
      fc.property(words, fc.constantFrom('en', 'ru', 'kk', 'ar', 'xx'), (list, language) => {
        const profile = profileFor(language);
        const laid = breakLines(list.join(' '), profile, language);
        expect(laid.split(/\s/).filter(Boolean)).toEqual(list);
        for (const line of laid.split('\n'))
          expect(countCharacters(line)).toBeLessThanOrEqual(profile.maxCharactersPerLine);
        expect(breakLines(laid, profile, language)).toBe(laid);
      }),
      { numRuns: 200 },
    );
  });
});

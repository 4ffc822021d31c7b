import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanWord } from '../../../../shared/spoken/clean';
import { readWords } from '../../../../shared/spoken/read';

const said = (text: string, language: string) =>
  readWords(text.split(' ').map(cleanWord), language)
    .map((part) => part.text)
    .filter((part) => part !== '')
    .join(' ');

const CASES: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    'en',
    [
      ['I was born in 1998.', 'I was born in 19 98.'],
      ['Since 1905 and 2012', 'Since 19 oh 5 and 20 12'],
      ['in 1900, about 1500 people', 'in 19 hundred, about 1500 people'],
      ['the 1990s and the 80s', 'the 19 nineties and the eighties'],
      ['$5 and $5 million', '5 dollars and 5 million dollars'],
      ['€1,250.50 was 25% of it', '1250.50 euros was 25 percent of it'],
      ['10–15 people, 1990-1995', '10 to 15 people, 19 90 to 19 95'],
      ['1 250 000 people', '1 million 250 thousand people'],
      ['$1 000, 2 500 and 1 000 250', '1000 dollars, 2 thousand 500 and 1 million 250'],
      ['12/05/2019 at 9:00', "december 5th 20 19 at 9 o'clock"],
      ['on May 12 at 9:05', 'on May 12th at 9 oh 5'],
      ['call +7 701 123-45-67', 'call plus 7 7 0 1 1 2 3 4 5 6 7'],
      ['Henry VIII in the XXI century', 'Henry the 8th in the 21st century'],
      ['I said World War II ended', 'I said World War 2 ended'],
      ['an NGO, the UN and NATO', 'an N G O, the U N and NATO'],
      ['LGBTQ+ people, e.g. us', 'L G B T Q plus people, for example us'],
      ['he/she, Q&A', 'he she, Q and A'],
      ['mail me@un.org or www.un.org/x', 'mail me at un dot org or W W W dot un dot org'],
      ['#HumanRights @feminita', 'hashtag Human Rights at feminita'],
      ['Mm-hmm, no. 5', 'um hum, number 5'],
      ['He said no. We went.', 'He said no. We went.'],
      ['€1,200/month', '1200 euros month'],
      ['20 °C and 5 km', '20 degrees Celsius and 5 kilometers'],
      ['THIS IS NOT AN NGO', 'THIS IS NOT AN NGO'],
      ['3/4 of us, ½ a day, 2½ years', '3 quarters of us, one half a day, 2 and a half years'],
      ['2 1/2 or 1⅛, not 24/7', '2 and a half or 1 and an eighth, not 24 7'],
    ],
  ],
  [
    'ru',
    [
      ['в 1998 г. я', 'в тысяча девятьсот девяносто восьмом году я'],
      ['с 2001 года', 'с две тысячи первого года'],
      ['в г. Алматы, ул. Абая', 'в городе Алматы, улица Абая'],
      ['21-й, 21-го, 3-я, 90-е', 'двадцать первый, двадцать первого, третья, девяностые'],
      ['XXI век, в XX веке', 'двадцать первый век, в двадцатом веке'],
      ['Николай II и Пётр I', 'Николай второй и Пётр первый'],
      ['12 мая и 12.05.2019', 'двенадцатого мая и двенадцатого мая две тысячи девятнадцатого'],
      ['25% и 10 % людей', '25 процентов и 10 процентов людей'],
      ['2 млн тенге, 5 тыс. руб.', '2 миллиона тенге, 5 тысяч рублей.'],
      ['1 000 000 человек, 5 000', '1 миллион человек, 5 тысяч'],
      ['1 250 человек', '1250 человек'],
      ['и т. д. и т.п.', 'и так далее и тому подобное.'],
      ['т.е. так, т.к. надо', 'то есть так, так как надо'],
      ['ООН, НПО и США', 'ООН, эн пэ о и эс ша а'],
      ['в 14:00 и 14:30', 'в 14 часов и 14 30'],
      ['3,5 или 3.5', '3,5 или 3,5'],
      ['2/3 и 1/5, 2½ и 3 3/4', 'две трети и одна пятая, 2 с половиной и 3 и три четверти'],
      ['№ 5 и №7', 'номер 5 и номер 7'],
      ['м-м-м, хм', 'мым, хым'],
      ['тел. 87011234567', 'тел. 8 701 123 45 67'],
      ['10–15 лет', '10 15 лет'],
      ['с NGO и UNICEF', 'с N G O и UNICEF'],
      ['А. С. Пушкин', 'А. С. Пушкин'],
      ['с. Ивановка, с. 5, и пр. г-жа Ли', 'село Ивановка, страница 5, и прочее госпожа Ли'],
      ['ХХ век, 21 век, 2 века', 'двадцатый век, двадцать первый век, 2 века'],
      ['5 км, 80 км/ч', '5 километров, 80 километров в час'],
    ],
  ],
  [
    'kk',
    [
      ['3/4 және ½, 2½', 'төрттен үш және жарты, 2 жарым'],
      ['1998 ж. және 2001 жылы', 'мың тоғыз жүз тоқсан сегізінші жылы және екі мың бірінші жылы'],
      ['3-ші, 21-ші, 6-шы, 20-шы', 'үшінші, жиырма бірінші, алтыншы, жиырмасыншы'],
      ['XXI ғасыр', 'жиырма бірінші ғасыр'],
      ['25% адам, 30%-ы', '25 пайыз адам, 30 пайызы'],
      ['14-бап, 5-тен, ХХІ ғасыр', 'он төртінші бап, 5-тен, жиырма бірінші ғасыр'],
      ['3,5 миллион', '3 бүтін оннан 5 миллион'],
      ['БҰҰ, ҮЕҰ, АҚШ', 'бэ ұ ұ, ү е ұ, АҚШ'],
      ['т.б. және т. б.', 'тағы басқа және тағы басқа.'],
      ['12 мамыр', 'он екінші мамыр'],
      ['№ 5', 'нөмір 5'],
    ],
  ],
  [
    'es',
    [
      ['p. ej. en EE. UU.', 'por ejemplo en Estados Unidos.'],
      ['la ONG y la ONU', 'la O N G y la ONU'],
      ['el 1 de mayo, 1.º', 'el primero de mayo, 1º'],
      ['25% de 1.000 €', '25 por ciento de 1000 euros'],
      ['10-15 años', '10 a 15 años'],
    ],
  ],
  [
    'fr',
    [
      ['M. Dupont et Mme Curie', 'monsieur Dupont et Mme Curie'],
      ['le XXIe siècle, le 21e', 'le vingt-et-unième siècle, le vingt-et-unième'],
      ['Louis XIV, le 1er mai', 'Louis 14, le premier mai'],
      ['14h30, 14h00, 18h', '14 heures 30, 14 heures, 18 heures'],
      ['n° 3, c.-à-d. 5', "numéro 3, c'est-à-dire 5"],
      ["l'ONU et les ONG", "l'ONU et les O N G"],
      ['p. ex. 25 %', 'par exemple 25 pour cent'],
    ],
  ],
  [
    'ar',
    [
      ['٢٥٪ من الناس', '25 بالمائة من الناس'],
      ['10-15 سنة', '10 إلى 15 سنة'],
      ['٣٫٥ إلخ', '3.5 إلى آخِرِه'],
    ],
  ],
];

describe.each(CASES)('in %s', (language, cases) => {
  test.each(cases)('%s', (written, spoken) => {
    expect(said(written, language)).toBe(spoken);
  });
});

describe('whatever the words', () => {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.stringMatching(/^[$€(№]?[0-9]{1,7}[.,:/–-]?[0-9]{0,4}[%.,)s-]?[а-я]{0,2}$/u),
    fc.constantFrom(
      'г.',
      'т.',
      'д.',
      'XXI',
      'I',
      'UN',
      'ООН',
      'БҰҰ',
      '000',
      '–',
      'мая',
      'May',
      '&',
      'век',
      'млн',
      'p.',
      'ej.',
    ),
  );
  const language = fc.constantFrom('en', 'ru', 'kk', 'es', 'fr', 'ar', 'de', 'ja', 'xx', 'not a tag!');

  test('each is read once, and nothing throws', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), language, (words, tag) => {
        const reading = readWords(words.map(cleanWord), tag);
        expect(reading.reduce((sum, part) => sum + part.words, 0)).toBe(words.length);
        for (const part of reading) expect(part.words).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });

  test('text without numbers, signs, capitals and abbreviations is said as it is written', () => {
    const plain = fc.stringMatching(/^\p{Ll}{4,9}[,!?]?$/u).filter((text) => cleanWord(text) === text);
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 20 }), language, (words, tag) => {
        const reading = readWords(words, tag);
        // Units and months stand beside numbers only, so long small words have no reading of their own.
        expect(reading.map(({ text }) => text)).toEqual(words);
      }),
    );
  });
});

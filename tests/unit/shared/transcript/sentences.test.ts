import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../../shared/transcript/sentences';

function split(text: string, language: string): string[] {
  return splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
}

/** In each row `|` stands where one sentence ends and the next begins. */
const ROWS: readonly (readonly [language: string, marked: string])[] = [
  ['en', 'We were born here. | This is our land.'],
  [
    'th',
    'มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกัน | ในศักดิ์ศรี ต่างมีเหตุผลและมโนธรรม และควรปฏิบัติต่อกันด้วยเจตนารมณ์แห่งภราดรภาพ',
  ],
  ['en', 'Mr. Smith met Dr. J. R. Jones. | They talked.'],
  ['en', 'Is it? | Yes! | "No," she said.'],
  ['en', 'He works for the U.N. Human Rights Office in Almaty.'],
  ['en', 'At 5 p.m. we left. | It rained.'],
  ['en', 'We have rights, e.g. Article 3, etc. | That is all.'],
  ['en', 'The price is 3.50 dollars. | Fine.'],
  ['en', 'We went on to plan B. | Then it worked.'],
  ['en', 'Well… we tried. | And then… it was over.'],
  ['en', 'See No. 5 of the list. | Done.'],
  ['ru', 'Проф. А. Б. Иванов живёт на ул. Ленина, д. 5. | Он юрист.'],
  ['ru', 'Это правозащитники, журналисты и т. д. | Потом мы ушли.'],
  ['ru', 'В 1948 г. была принята Декларация. | Мы её читали.'],
  ['ru', 'Т.е. мы имеем права. | Понятно?'],
  ['ru', 'Мы основали «Фемините» в 2014 г. | Это было трудно.'],
  ['ru', '«Кто там?» — спросила она. | Никто не ответил.'],
  ['ru', 'См. ст. 3 Декларации. | Каждый имеет право на жизнь.'],
  ['kk', 'Проф. Ә. Б. Қасымов Абай көш. бойында тұрады. | Ол заңгер.'],
  ['kk', 'Құқық қорғаушылар, журналистер, т.б. | Біз осында тудық.'],
  ['kk', 'Бұл — біздің жеріміз. | Біз осында тудық!'],
  ['kk', 'Декларация 1948 ж. қабылданды. | Біз оны оқыдық.'],
  ['es', 'La Sra. García y el Dr. López hablaron. | ¿Qué dijeron? | ¡Nada!'],
  ['es', 'Vivimos en EE. UU. desde 2010. | Somos activistas.'],
  ['es', 'Ud. tiene derechos. | Véase el art. 3 de la Declaración.'],
  ['fr', 'M. Dupont et Mme. Martin sont là. | Ils parlent.'],
  ['fr', 'Selon l’art. 3, tout individu a droit à la vie. | C’est clair.'],
  ['fr', '« Pourquoi ? » | Personne ne répond.'],
  ['fr', '« Pourquoi ? » demande-t-elle. | Personne ne répond.'],
  ['ar', 'يولد جميع الناس أحرارا. | هل تفهم؟ | نعم!'],
  ['ar', 'قال د. أحمد إن الحقوق للجميع. | ثم غادر.'],
  ['ar', 'الحرية، العدالة، إلخ. | هذا كل شيء.'],
  ['kk', 'Біз бастама құрдық. | 2014 жылы басында 5 адам едік.'],
  ['ru', 'Нас задержали дома. | 9 августа 2018 года был суд.'],
  ['en', 'He said “we were arrested.” | 9 people were in the cell.'],
  ['en', 'It was on Sept. 5 and Sept. 7 this year. | Done.'],
  ['ja', '私たちはここにいる。|ここで生まれた。'],
];

describe('splitSentences', () => {
  it.each(ROWS)('%s: %s', (language, marked) => {
    const sentences = marked.split('|').map((sentence) => sentence.trim());
    const glue = marked.includes(' | ') ? ' ' : '';
    expect(split(sentences.join(glue), language)).toEqual(sentences);
  });

  it('never joins lines', () => {
    expect(split('First line\nsecond line', 'en')).toEqual(['First line', 'second line']);
  });

  it('takes a broken language tag', () => {
    expect(split('One. Two.', '??')).toEqual(['One.', 'Two.']);
  });

  it('has no sentences in white space', () => {
    expect(split(' \n\t ', 'en')).toEqual([]);
  });

  it('loses nothing but white space, in order', () => {
    const bit = fc.constantFrom(
      'Mr. ',
      'А. ',
      'word ',
      'т. д. ',
      '… ',
      'Да! ',
      '\n',
      '"',
      '3.5 ',
      '. ',
      'É',
      '👩‍👩‍👧 ',
    );
    fc.assert(
      fc.property(
        fc.array(bit, { maxLength: 40 }),
        fc.constantFrom('en', 'ru', 'kk', 'es', 'fr', 'ar'),
        (bits, language) => {
          const text = bits.join('');
          expect(split(text, language).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        },
      ),
      { numRuns: 150 },
    );
  });
});

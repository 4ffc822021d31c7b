import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseGlossaryCsv, parseTbx, type Term } from '../../../../../shared/translation/glossary/terms';
import { mergeTerms, writeGlossaryCsv, writeTbx } from '../../../../../shared/translation/glossary/write';

const word = fc
  .array(fc.constantFrom(...'abя&<"=,;+@\'ә '), { minLength: 1, maxLength: 8 })
  .map((letters) => letters.join('').trim())
  .filter((text) => text !== '');
const terms = fc.uniqueArray(
  fc
    .record({
      ...{ source: word, said: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }) },
      forbidden: fc.uniqueArray(word, { maxLength: 2 }),
    })
    .map(({ source, said: [target = '', ...also], forbidden }) => {
      return { source, target, ...(also.length > 0 ? { also } : {}), forbidden };
    }),
  { selector: ({ source }) => source, maxLength: 6 },
);
const bySource = (list: readonly Term[] | null) =>
  [...(list ?? [])].sort((a, b) => (a.source < b.source ? -1 : 1));

it('comes back from CSV and TBX as it went, whatever stands in it', () => {
  fc.assert(
    fc.property(terms, terms, (ru, kk) => {
      const entries = mergeTerms(
        new Map([
          ['ru', ru],
          ['kk', kk],
        ]),
      );
      const csv = writeGlossaryCsv(entries, 'en', ['ru', 'kk']);
      const tbx = writeTbx(entries, 'en');
      for (const [language, wanted] of [
        ['ru', ru],
        ['kk', kk],
      ] as const) {
        const has = (term: Term) => wanted.some(({ source }) => source === term.source);
        expect(bySource(parseGlossaryCsv(csv, 'en', language)).filter(has)).toEqual(bySource(wanted));
        expect(bySource(parseTbx(tbx, 'en', language)).filter(has)).toEqual(bySource(wanted));
      }
    }),
  );
});

it('puts the words of one term together', () => {
  const ru = [
    { source: 'activist', target: 'активистка', forbidden: ['активист'] },
    { source: 'activist', target: 'другая', forbidden: ['боец'] },
  ];
  expect(writeGlossaryCsv(mergeTerms(new Map([['ru', ru]])), 'en', ['ru'])).toBe(
    'en,ru\nactivist,активистка|другая|!активист|!боец\n',
  );
});

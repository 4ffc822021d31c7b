/** Glossaries as files that other tools read, too. The same terms give the same bytes. */
import { guarded } from '../../formats/csv/guard';
import { writeRow } from '../../formats/csv/rows';
import { escapeXml } from '../../formats/xml/escape';
import { agreed, type Term } from './terms';

/** A term of the source and how each language says it, by language tag. */
export interface GlossaryEntry {
  readonly source: string;
  readonly targets: ReadonlyMap<string, Pick<Term, 'target' | 'also' | 'forbidden'>>;
}

/** The terms of several pairs, each source once, in the order in which they first come. */
export function mergeTerms(pairs: ReadonlyMap<string, readonly Term[]>): GlossaryEntry[] {
  const entries = new Map<string, Map<string, Pick<Term, 'target' | 'also' | 'forbidden'>>>();
  for (const [language, terms] of pairs)
    for (const { source, target, also, forbidden } of terms) {
      const targets = entries.get(source) ?? new Map<string, Pick<Term, 'target' | 'also' | 'forbidden'>>();
      const known = targets.get(language);
      const said = [...new Set([known?.target, target, ...(known?.also ?? []), ...(also ?? [])])];
      const [first = '', ...others] = said.flatMap((each) => each || []);
      targets.set(language, {
        target: first,
        ...(others.length > 0 ? { also: others } : {}),
        forbidden: [...new Set([...(known?.forbidden ?? []), ...forbidden])],
      });
      entries.set(source, targets);
    }
  return [...entries].map(([source, targets]) => ({ source, targets }));
}

/** A word without the marks that part words in a cell. */
const word = (text: string) => text.replaceAll('|', '/').replace(/^[!\s]+/u, '');

/** As `parseGlossaryCsv` reads it: a column a language, `|` between words, `!` before what must not be used. */
export function writeGlossaryCsv(
  entries: readonly GlossaryEntry[],
  source: string,
  languages: readonly string[],
): string {
  const cell = (entry: GlossaryEntry, language: string) => {
    const { target = '', also, forbidden = [] } = entry.targets.get(language) ?? {};
    return [...agreed({ target, also }).map(word), ...forbidden.map((each) => `!${word(each)}`)].join('|');
  };
  const rows = entries.map((entry) => [
    guarded(word(entry.source)),
    ...languages.map((language) => guarded(cell(entry, language))),
  ]);
  return [[source, ...languages], ...rows].map((row) => writeRow(row, ',')).join('');
}

/** As TBX-Basic (ISO 30042:2019, DCA style): what must not be used is a deprecated term. */
export function writeTbx(entries: readonly GlossaryEntry[], source: string): string {
  const term = (text: string, isForbidden: boolean) =>
    `<termSec><term>${escapeXml(text)}</term>${
      isForbidden ? '<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>' : ''
    }</termSec>`;
  const section = (language: string, terms: string) =>
    terms === '' ? '' : `<langSec xml:lang="${escapeXml(language)}">${terms}</langSec>`;
  const concepts = entries.map(({ source: said, targets }, n) => {
    const others = [...targets].map(([language, { forbidden, ...said }]) =>
      section(
        language,
        agreed(said)
          .map((each) => term(each, false))
          .join('') + forbidden.map((word) => term(word, true)).join(''),
      ),
    );
    return `<conceptEntry id="c${n + 1}">${section(source, term(said, false))}${others.join('')}</conceptEntry>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<tbx style="dca" type="TBX-Basic" xml:lang="${escapeXml(source)}" xmlns="urn:iso:std:iso:30042:ed-2">`,
    '<tbxHeader><fileDesc><sourceDesc><p>Outspoken</p></sourceDesc></fileDesc></tbxHeader>',
    '<text><body>',
    ...concepts,
    '</body></text>',
    '</tbx>',
    '',
  ].join('\n');
}

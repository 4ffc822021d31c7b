/** Glossaries: which words a campaign translates how, and which it never uses. Inflected forms are found as names are. */
import { unguarded } from '../../formats/csv/guard';
import { readRows } from '../../formats/csv/rows';
import { parseXml, type XmlElement, type XmlNode } from '../../formats/xml/parse';
import { primaryLanguage } from '../../text/locale';
import { termMatcher } from './matcher';

export interface Term {
  readonly source: string;
  /** How it is said in the target; empty where there is only something forbidden. */
  readonly target: string;
  /** What must not be written for it. */
  readonly forbidden: readonly string[];
}

/**
 * The terms of a CSV glossary for a pair of languages. The first row names the columns by language tag (`en,ru,kk`); several
 * words in a cell are parted by `|`, and one that must not be used begins with `!`. Null where neither column is there.
 */
export function parseGlossaryCsv(text: string, source: string, target: string): Term[] | null {
  const separator = ['\t', ';'].find((mark) => text.split('\n', 1)[0]?.includes(mark)) ?? ',';
  const [head, ...rows] = readRows(text, separator).rows;
  const columnOf = (language: string) =>
    head?.cells.findIndex((cell) => primaryLanguage(cell.trim()) === primaryLanguage(language)) ?? -1;
  const [from, to] = [columnOf(source), columnOf(target)];
  if (from < 0 || to < 0) return null;
  return rows.flatMap(({ cells }) => termOf(wordsIn(cells[from]), wordsIn(cells[to])));
}

function wordsIn(cell: string | undefined): string[] {
  return unguarded(cell ?? '')
    .split('|')
    .flatMap((word) => word.trim() || []);
}

function termOf(sources: readonly string[], targets: readonly string[]): Term[] {
  const forbidden = targets.filter((word) => word.startsWith('!')).map((word) => word.slice(1).trim());
  const target = targets.find((word) => !word.startsWith('!')) ?? '';
  return sources.map((source) => ({ source, target, forbidden }));
}

/** The terms of a TBX file (ISO 30042, TBX-Basic and older MARTIF) for a pair of languages. Never throws. */
export function parseTbx(text: string, source: string, target: string): Term[] {
  const { root } = parseXml(text);
  if (!root) return [];
  const entries = deep(root, (name) => name === 'termEntry' || name === 'conceptEntry');
  return entries.flatMap((entry) => {
    const [from, to] = [termsOf(entry, source), termsOf(entry, target)];
    const isForbidden = ({ status }: { status: string }) =>
      /^(?:deprecated|superseded|forbidden)/u.test(status);
    const forbidden = to.filter(isForbidden).map(({ term }) => term);
    const best = to.find((each) => !isForbidden(each))?.term ?? '';
    return from
      .filter((each) => !isForbidden(each))
      .map(({ term }) => ({ source: term, target: best, forbidden }));
  });
}

function termsOf(entry: XmlElement, language: string): { readonly term: string; readonly status: string }[] {
  return deep(entry, (name) => name === 'langSet' || name === 'langSec')
    .filter(({ attributes }) => primaryLanguage(attributes.get('lang') ?? '') === primaryLanguage(language))
    .flatMap((section) => deep(section, (name) => name === 'tig' || name === 'ntig' || name === 'termSec'))
    .flatMap((section) => {
      const term = deep(section, (name) => name === 'term')
        .map(textOf)
        .join(' ')
        .trim();
      const status = deep(section, (name) => name === 'termNote')
        .filter(({ attributes }) => attributes.get('type') === 'administrativeStatus')
        .map((note) => textOf(note).replace(/Term-admn-sts$/u, ''))
        .join('');
      return term === '' ? [] : [{ term, status }];
    });
}

function deep(node: XmlElement, isWanted: (name: string) => boolean): XmlElement[] {
  return node.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return isWanted(child.name) ? [child] : deep(child, isWanted);
  });
}

function textOf(node: XmlNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

/** A term found in a source text. */
export interface FoundTerm extends Term {
  /** Whether the translation has it, in any form; null where there is nothing to look for. */
  readonly isUsed: boolean | null;
  /** Forbidden words that stand in the translation. */
  readonly wrong: readonly string[];
}

/** Finds terms in texts; made once from a glossary. */
export interface TermFinder {
  /** The terms of a source text; where none is in it, none is looked for in the target. */
  find(source: string, target: string): FoundTerm[];
  /** Where a word stands in a text, in any form: `[from, to)` in UTF-16 units, in order. */
  placesOf(word: string, text: string): readonly { readonly from: number; readonly to: number }[];
}

/** Source texts of which the terms are remembered: those of the longest interviews. */
const MAX_KNOWN = 20_000;

/** Prepares a glossary: words of several forms are found by stem and ending (Russian, Kazakh, Arabic, English). */
export function termFinder(terms: readonly Term[]): TermFinder {
  const inTexts = termMatcher(terms.map((term) => ({ name: term.source, term })));
  const targets = new Set(terms.flatMap(({ target, forbidden }) => [target, ...forbidden]));
  // One look at a translation for all of them: a glossary of hundreds would otherwise read it hundreds of times.
  const inTargets = termMatcher([...targets].map((name) => ({ name, term: name })));
  const known = new Map<string, ReturnType<typeof termMatcher<string>>>();
  const inSource = new Map<string, readonly Term[]>();
  const termsIn = (source: string) => {
    let found = inSource.get(source);
    if (!found) {
      found = [...new Set(inTexts.find(source).map(({ term }) => term))];
      if (inSource.size >= MAX_KNOWN) inSource.clear();
      inSource.set(source, found);
    }
    return found;
  };
  return {
    placesOf(word, text) {
      const matcher = known.get(word) ?? termMatcher([{ name: word, term: word }]);
      known.set(word, matcher);
      return matcher.find(text);
    },
    find(source, target) {
      const found = termsIn(source);
      if (found.length === 0) return [];
      const written = new Set(inTargets.findAll(target).map(({ term }) => term));
      return found.map((term) => ({
        ...term,
        isUsed: term.target === '' ? null : written.has(term.target),
        wrong: term.forbidden.filter((word) => written.has(word)),
      }));
    },
  };
}

/** Glossaries: which words a campaign translates how, and which it never uses. Inflected forms are found as names are. */
import { unguarded } from '../../formats/csv/guard';
import { readRows } from '../../formats/csv/rows';
import { parseXml, type XmlElement, type XmlNode } from '../../formats/xml/parse';
import { primaryLanguage } from '../../text/locale';
import { termMatcher, type TermHit } from './matcher';

export interface Term {
  readonly source: string;
  /** How it is said in the target; empty where there is only something forbidden. */
  readonly target: string;
  /** How else it may be said; absent for no other way. */
  readonly also?: string[] | undefined;
  /** What must not be written for it. */
  readonly forbidden: readonly string[];
}

/**
 * The terms of a CSV glossary for a pair of languages. The first row names the columns by language tag (`en,ru,kk`; of `zh-Hans` and
 * `zh-Hant` the one that is wanted, else the first of the language); several words in a cell are parted by `|` and may all be used, the
 * first for choice, and one that must not be used begins with `!`. Null where either column is not there.
 */
export function parseGlossaryCsv(text: string, source: string, target: string): Term[] | null {
  const separator = ['\t', ';'].find((mark) => text.split(/[\r\n]/, 1)[0]?.includes(mark)) ?? ',';
  const [head, ...rows] = readRows(text, separator).rows;
  const columnOf = (language: string) => bestOf(head?.cells ?? [], (cell) => cell.trim(), language)[0] ?? -1;
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
  return entriesFor(
    sources,
    targets.filter((word) => !word.startsWith('!')),
    forbidden,
  );
}

function entriesFor(
  sources: readonly string[],
  [target = '', ...also]: readonly string[],
  forbidden: readonly string[],
): Term[] {
  return sources.map((source) => ({ source, target, ...(also.length > 0 ? { also } : {}), forbidden }));
}

/** Where those of a language are: of this very tag where there are any, else of its primary language. */
function bestOf<T>(all: readonly T[], tagOf: (each: T) => string, language: string): number[] {
  const where = (isWanted: (tag: string) => boolean) =>
    all.flatMap((each, at) => (isWanted(tagOf(each)) ? [at] : []));
  const exact = where((tag) => tag.toLowerCase() === language.toLowerCase());
  return exact.length > 0 ? exact : where((tag) => primaryLanguage(tag) === primaryLanguage(language));
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
    const allowed = to
      .filter((each) => !isForbidden(each))
      .toSorted((a, b) => Number(isPreferred(b)) - Number(isPreferred(a)));
    const sources = from.filter((each) => !isForbidden(each));
    const texts = (terms: typeof from) => [...new Set(terms.map(({ term }) => term))];
    return entriesFor(texts(sources), texts(allowed), forbidden);
  });
}

const isPreferred = ({ status }: { readonly status: string }) => status.startsWith('preferred');

function termsOf(entry: XmlElement, language: string): { readonly term: string; readonly status: string }[] {
  const sections = deep(entry, (name) => name === 'langSet' || name === 'langSec');
  return bestOf(sections, ({ attributes }) => attributes.get('lang') ?? '', language)
    .flatMap((at) => sections[at] ?? [])
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

/** All that may be written for a term, the first for choice. */
export function agreed({ target, also = [] }: Pick<Term, 'target' | 'also'>): readonly string[] {
  return target === '' ? also : [target, ...also];
}

/** A term found in a source text. */
export interface FoundTerm extends Term {
  /** Whether the translation has it, in any form; null where there is nothing to look for. */
  readonly isUsed: boolean | null;
  /** Forbidden words that stand in the translation, other than inside an agreed one. */
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
  const targets = new Set(terms.flatMap((term) => [...agreed(term), ...term.forbidden]));
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
      const written = new Map<string, TermHit<string>[]>();
      for (const hit of inTargets.findAll(target)) {
        const known = written.get(hit.term);
        if (known) known.push(hit);
        else written.set(hit.term, [hit]);
      }
      return found.map((term) => {
        const used = agreed(term).flatMap((word) => written.get(word) ?? []);
        const isInside = (hit: TermHit<string>) =>
          used.some(({ from, to }) => from <= hit.from && hit.to <= to && hit.to - hit.from < to - from);
        return {
          ...term,
          isUsed: term.target === '' ? null : used.length > 0,
          wrong: term.forbidden.filter((word) => written.get(word)?.some((hit) => !isInside(hit)) === true),
        };
      });
    },
  };
}

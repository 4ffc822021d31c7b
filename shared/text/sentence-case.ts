/** Repairs of capital letters. Scripts without case come back as they went. */
import { abbreviationKind } from '../transcript/abbreviations';
import { primaryLanguage } from './locale';

/** What is repaired. */
export interface CaseOptions {
  /** A small letter after the end of a sentence becomes a capital. */
  readonly starts: boolean;
  /** A text all in capitals becomes sentences. */
  readonly capitals: boolean;
}

export interface CaseContext {
  /** BCP 47. */
  readonly language: string;
  /** Words written with a capital wherever they stand, in small letters, to the way they are written: names. */
  readonly names: ReadonlyMap<string, string>;
  /** Whether the text before this one ended its sentence (true before the first). */
  readonly startsSentence: boolean;
}

const LETTERS = /\p{L}[\p{L}\p{M}'’-]*/gu;
const CLOSERS = `["'”’»)\\]]`;
const ENDS_SENTENCE = new RegExp(`[.!?؟。！？]${CLOSERS}*\\s*(?:</i>)?\\s*$`, 'u');
const SENTENCE_START = new RegExp(
  `(^|\\n[-–—‐] ?|[.!?؟。！？]${CLOSERS}*(?:</i>)?\\s+)([-–—‐«“„"'‘(\\[¿¡]|<i>|\\s)*(\\p{Ll})`,
  'gu',
);
/** Shorter than this, capitals are an abbreviation (UN, NGO), not a shout. */
const LEAST_SHOUT = 6;

/** A text with its capital letters in order. Linear. */
export function sentenceCase(text: string, options: CaseOptions, context: CaseContext): string {
  const lowered = options.capitals && isShouted(text) ? fromCapitals(text, context) : text;
  return options.starts || lowered !== text ? withCapitalStarts(lowered, context) : lowered;
}

/** Whether a text ends its sentence, so that what follows begins one. */
export function endsSentenceHere(text: string): boolean {
  return text.trim() === '' || ENDS_SENTENCE.test(text);
}

function isShouted(text: string): boolean {
  const plain = text.replace(/<\/?i>/gu, '');
  const capitals = plain.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals >= LEAST_SHOUT && !/\p{Ll}/u.test(plain);
}

function fromCapitals(text: string, { language, names }: CaseContext): string {
  return text
    .split(/(<\/?i>)/u)
    .map((part) =>
      part.startsWith('<')
        ? part
        : part.replace(LETTERS, (word) => {
            const small = word.toLocaleLowerCase(tagOf(language));
            const known = names.get(small);
            if (known !== undefined) return known;
            return primaryLanguage(language) === 'en' && /^i(?:['’]|$)/u.test(small)
              ? `I${small.slice(1)}`
              : small;
          }),
    )
    .join('');
}

function withCapitalStarts(text: string, { language, startsSentence }: CaseContext): string {
  return text.replace(SENTENCE_START, (whole: string, ...rest: unknown[]) => {
    // What is not said, [door slams] or (laughs), is no sentence.
    if (/[([]\s*.$/su.test(whole)) return whole;
    const offset = Number(rest.at(-2));
    const before = text.slice(0, offset + 1);
    if (offset === 0 && !startsSentence && !/^\s*[.!?؟。！？]/u.test(whole)) return whole;
    const word = /\S+$/u.exec(before)?.[0];
    if (word !== undefined && word.endsWith('.') && abbreviationKind(word, language) !== null) return whole;
    if (/\.\.\.$|…$/u.test(text.slice(0, offset + 3).trimEnd())) return whole;
    return whole.slice(0, -1) + whole.slice(-1).toLocaleUpperCase(tagOf(language));
  });
}

/** Only languages whose case rules differ matter (Turkish, Azerbaijani, Lithuanian); a broken tag counts as none. */
function tagOf(language: string): string {
  const primary = primaryLanguage(language);
  return ['tr', 'az', 'lt'].includes(primary) ? primary : 'en';
}

/** Words that are written with a capital in the middle of sentences, by their small letters: names and what else keeps its capital. Linear. */
export function namesIn(texts: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const text of texts)
    for (const match of text.matchAll(/(?<=[\p{Ll},;:] )\p{Lu}[\p{L}\p{M}'’-]*/gu))
      if (!isShouted(text)) found.set(match[0].toLowerCase(), match[0]);
  return found;
}
